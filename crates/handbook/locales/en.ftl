handbook-title = The handbook
handbook-lead = How to work with LGNet, for those at the desk, on the street, and those who answer for a city's data.
handbook-italian-only = The handbook is written in Italian.
handbook-in-this-chapter = In this chapter
handbook-other-chapters = Other chapters
handbook-search = Search the handbook
handbook-search-button = Search
handbook-found-title = Search the handbook
handbook-found = { $n ->
    [0] No place of the handbook holds “{ $typed }”. Try a single word, in Italian.
    [one] One place of the handbook holds “{ $typed }”.
   *[other] { $n } places of the handbook hold “{ $typed }”.
}
handbook-contents = All chapters
handbook-group-desk = For those at the desk and in the street
handbook-group-lead = For the city’s lead
handbook-group-administrator = For those who run the program
handbook-group-privacy = For those who answer for data protection
