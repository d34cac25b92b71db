handbook-title = Il manuale
handbook-lead = Come si lavora con LGNet, per chi sta allo sportello, in strada e per chi risponde dei dati di una città.
handbook-italian-only = Il manuale è in italiano.
handbook-in-this-chapter = In questo capitolo
handbook-other-chapters = Altri capitoli
handbook-search = Cerca nel manuale
handbook-search-button = Cerca
handbook-found-title = Cerca nel manuale
handbook-found = { $n ->
    [0] Nessun punto del manuale contiene «{ $typed }». Prova con una parola sola.
    [one] Un punto del manuale contiene «{ $typed }».
   *[other] { $n } punti del manuale contengono «{ $typed }».
}
handbook-contents = Tutti i capitoli
handbook-group-desk = Per chi lavora allo sportello e in strada
handbook-group-lead = Per il referente comunale
handbook-group-administrator = Per chi amministra il programma
handbook-group-privacy = Per chi risponde della protezione dei dati
