handbook-title = The handbook
handbook-lead = How to work with LGNet, for those at the desk, on the street, and those who answer for a city's data.
handbook-italian-only = The handbook is written in Italian.
handbook-in-this-chapter = In this chapter
handbook-other-chapters = Other chapters
