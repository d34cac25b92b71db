"""A made-up register of contacts, as a city would keep it, the same for the same seed.

Usage: register.py ROWS OUT.csv
"""

import csv
import datetime
import random
import sys

SEED = 20240101
# Contacts of one person, on average.
EACH = 3.3
HEADER = ["data accesso", "cognome", "nome", "data di nascita", "sesso", "cittadinanza", "titolo di soggiorno",
          "servizio", "minuti", "sede"]
SERVICES = ["Orientamento legale", "Segretariato sociale", "Mediazione linguistico-culturale", "Residenza e documenti",
            "Orientamento sanitario", "Orientamento al lavoro", "Corso di lingua italiana", "Supporto psicologico",
            "Ricerca alloggio", "Posto letto temporaneo", "Contatto di strada"]
COUNTRIES = ["Marocco", "Nigeria", "Bangladesh", "Pakistan", "Senegal", "Ucraina", "Albania", "Egitto", "Tunisia",
             "Gambia", "Mali", "Somalia", "Eritrea", "Afghanistan", "Perù", "India"]
PERMITS = ["richiesta asilo", "protezione internazionale", "lavoro subordinato", "motivi familiari", ""]
POINTS = ["Sportello centrale", "Sportello periferico", "Unità mobile"]
# Names are put together from syllables: as many different ones as a large register has.
ONSETS = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "t", "z", "ch", "sh", "kh", "am", "ab", "ou", "di"]
RHYMES = ["a", "ah", "an", "ar", "e", "el", "en", "i", "im", "in", "o", "ou", "on", "u", "al", "as", "ir", "ane"]


def names(rng, count, syllables):
    made = set()
    while len(made) < count:
        parts = (rng.choice(ONSETS) + rng.choice(RHYMES) for _ in range(rng.choice(syllables)))
        made.add("".join(parts).capitalize())
    return sorted(made)


def person(rng, surnames, givens):
    birth = datetime.date(1955, 1, 1) + datetime.timedelta(days=rng.randrange(20000))
    # Common names are common: the square brings the first ones forward.
    pick = lambda values: values[int(len(values) * rng.random() ** 2)]
    given = pick(givens) + (" " + pick(givens) if rng.random() < 0.3 else "")
    return [pick(surnames), given, birth.strftime("%d/%m/%Y"), rng.choice("FM"), rng.choice(COUNTRIES)]


def slip(rng, name):
    """A name as somebody in a hurry writes it: two letters changed over, or one left out."""
    if len(name) < 5:
        return name
    at = rng.randrange(1, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2:] if rng.random() < 0.5 else name[:at] + name[at + 1:]


def main():
    rows, path = int(sys.argv[1]), sys.argv[2]
    rng = random.Random(SEED)
    surnames, givens = names(rng, 4000, (2, 3)), names(rng, 1500, (2, 2, 3))
    people = [person(rng, surnames, givens) for _ in range(int(rows / EACH))]
    first = datetime.date(2024, 1, 1)
    days = sorted(rng.randrange(700) for _ in range(rows))
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow(HEADER)
        for day in days:
            surname, given, birth, gender, country = rng.choice(people)
            if rng.random() < 0.02:
                surname = slip(rng, surname)
            if rng.random() < 0.05:
                birth = ""
            when = (first + datetime.timedelta(days=day)).strftime("%d/%m/%Y")
            if rng.random() < 0.003:
                when = "31/02/2024"
            writer.writerow([when, surname, given, birth, gender, country, rng.choice(PERMITS), rng.choice(SERVICES),
                             rng.choice([15, 20, 30, 45, ""]), rng.choice(POINTS)])


if __name__ == "__main__":
    main()
