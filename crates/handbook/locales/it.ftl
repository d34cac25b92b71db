handbook-title = Il manuale
handbook-lead = Come si lavora con LGNet, per chi sta allo sportello, in strada e per chi risponde dei dati di una città.
handbook-italian-only = Il manuale è in italiano.
handbook-in-this-chapter = In questo capitolo
handbook-other-chapters = Altri capitoli
