//! Imports: counts, the journal, what a second time adds.

use casework::registers::history::registers;
use casework::registers::model::Entry;
use casework::registers::rejected::rejected;
use casework::registers::rejects;
use documents::sheets::{self, Limits};
use documents::tables::{self, TableSheet, Value};
use linkage::Decision;
use mart::{Dimension, Measure};
use store::testing::each_engine;
use ui::Lang;

use super::SLICES;
use super::installation::{Installation, bari};
use super::samples::{LEGAL, in_doubt, namesake, row};

const HEADER: &str = "data;cognome;nome;data di nascita;sesso;cittadinanza;servizio;sede;minuti\n";
/// Two rows of one visit: the second service of the second row makes it two contacts.
const JANUARY: &str = "10/01/2025;DIOP;Cheikh;04/03/1990;M;senegalese;Orientamento legale;Centro;30\n\
    10/01/2025;FALL;Awa;01/06/2009;F;senegalese;Orientamento legale, Ricerca alloggio;Centro;45\n\
    20/01/2025;DIOP;Cheik;04/03/1990;M;senegalese;Orientamento sanitario;Centro;\n";
const FEBRUARY: &str = "03/02/2025;MELNYK;Olena;12/12/1958;F;ucraina;Orientamento legale;Mobile;20\n";
/// One day that does not exist and one service that nobody offers.
const WRONG: &str = "31/02/2025;SOW;Moussa;02/02/1999;M;senegalese;Orientamento legale;Centro;15\n\
    05/02/2025;OKAFOR;Joy;02/05/1995;F;nigeriana;Orientamento astrale;Centro;15\n";

fn file(parts: &[&str]) -> Vec<u8> {
    [HEADER, &parts.concat()].concat().into_bytes()
}

#[tokio::test]
async fn a_register_becomes_contacts_persons_a_journal_entry_and_facts() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let imported = house.import_file(bari(), "gennaio.csv", &file(&[JANUARY, FEBRUARY, WRONG])).await;
        assert_eq!((imported.read, imported.accepted, imported.duplicates), (6, 4, 0));
        assert_eq!((imported.contacts, imported.persons, imported.new_persons), (5, 3, 3));
        assert_eq!(imported.rejected.len(), 2);
        assert_eq!(imported.trace.len(), 4);
        assert_eq!(imported.trace[0].subject, imported.trace[2].subject);

        let kept = registers(&mut house.reader().await, &house.keys_of(bari()), 10).await.unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!((kept[0].read, kept[0].accepted, kept[0].rejected, kept[0].contacts), (6, 4, 2, 5));
        assert_eq!(
            rejected(&mut house.reader().await, &house.keys_of(bari()), kept[0].id).await.unwrap().len(),
            2
        );
        let journal = house.reader().await.journal(bari(), 10).await.unwrap();
        assert_eq!(journal.len(), 1);
        assert_eq!(journal[0].action, "import");
        assert_eq!(journal[0].entity, format!("register/{}", imported.register));
        house.reader().await.verify_journal().await.unwrap();

        assert_eq!(house.total(Measure::Contacts).await, 5);
        assert_eq!(house.total(Measure::Persons).await, 3);
        // A row's minutes count once, whatever it names: 30 + 45 + 20.
        assert_eq!(house.total(Measure::Minutes).await, 95);
        let by_service = house.ask(Measure::Minutes, &[Dimension::Service]).await;
        assert_eq!(by_service.total, Some(95));
        assert_eq!(by_service.value(&["housing_search"]), 0);
        let by_age = house.ask(Measure::Persons, &[Dimension::Age]).await;
        let count = |age| by_age.value(&[age]);
        assert_eq!((count("<18"), count("18-60"), count(">60"), by_age.additive), (1, 1, 1, true));
        let by_month = house.ask(Measure::Contacts, &[Dimension::Month]).await;
        assert_eq!((by_month.value(&["2025-01"]), by_month.value(&["2025-02"])), (4, 1));
    })
    .await;
}

#[tokio::test]
async fn the_same_file_adds_nothing_and_an_overlapping_one_only_what_is_new() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import_file(bari(), "gennaio.csv", &file(&[JANUARY])).await;
        let before = house.facts().await;
        let again = house.import_file(bari(), "gennaio.csv", &file(&[JANUARY])).await;
        assert_eq!((again.accepted, again.duplicates, again.contacts), (0, 3, 0));
        assert_eq!((again.persons, again.new_persons, again.doubtful), (2, 0, 0));
        assert_eq!(house.facts().await, before);

        let more = house.import_file(bari(), "febbraio.csv", &file(&[JANUARY, FEBRUARY])).await;
        assert_eq!((more.accepted, more.duplicates, more.contacts, more.new_persons), (1, 3, 1, 1));
        assert_eq!(house.total(Measure::Contacts).await, 5);
    })
    .await;
}

#[tokio::test]
async fn two_equal_lines_of_one_file_stay_two() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let line = row("Diop", "Cheikh", "1990-03-04", "2025-01-10", &[LEGAL]);
        assert_eq!(house.import(bari(), &[line.clone(), line.clone()]).await.contacts, 2);
        assert_eq!(house.import(bari(), &[line.clone(), line.clone(), line]).await.contacts, 1);
        assert_eq!(house.total(Measure::Contacts).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_dry_run_tells_and_changes_nothing() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import_file(bari(), "gennaio.csv", &file(&[JANUARY])).await;
        let (facts, tables) = (house.facts().await, house.tables().await);
        let position = house.reader().await.journal_position().await.unwrap();
        let tried = house.try_file(bari(), "febbraio.csv", &file(&[JANUARY, FEBRUARY, WRONG])).await;
        assert_eq!((tried.accepted, tried.duplicates, tried.rejected.len()), (1, 3, 2));
        assert_eq!(house.facts().await, facts);
        assert_eq!(house.tables().await, tables);
        assert_eq!(house.reader().await.journal_position().await.unwrap(), position);
        assert_eq!(registers(&mut house.reader().await, &house.keys_of(bari()), 10).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn rejected_rows_are_mended_in_their_spreadsheet_and_add_exactly_themselves() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let first = house.import_file(bari(), "gennaio.csv", &file(&[JANUARY, WRONG])).await;
        let rows = rejected(&mut house.reader().await, &house.keys_of(bari()), first.register).await.unwrap();
        let spreadsheet = rejects::spreadsheet(&rows, Lang::It).unwrap();
        let mended =
            mend(&spreadsheet, &[("31/02/2025", "28/02/2025"), ("Orientamento astrale", "Ricerca alloggio")]);
        let second = house.import_file(bari(), "scarti.xlsx", &mended).await;
        assert_eq!((second.read, second.accepted, second.rejected.len()), (2, 2, 0));
        assert_eq!((second.contacts, second.new_persons), (2, 2));
        assert_eq!(house.total(Measure::Contacts).await, 6);
        let by_month = house.ask(Measure::Contacts, &[Dimension::Month]).await;
        assert_eq!(by_month.value(&["2025-02"]), 2);
    })
    .await;
}

/// What a lead does in a spreadsheet: other values in some cells, everything else as it was.
fn mend(spreadsheet: &[u8], changes: &[(&str, &str)]) -> Vec<u8> {
    let workbook = sheets::read(spreadsheet, "scarti.xlsx", &Limits::default()).unwrap();
    let mut sheets = Vec::new();
    for sheet in &workbook.sheets {
        let shown = |row: &sheets::Row| row.cells.iter().map(sheets::Cell::shown).collect::<Vec<_>>();
        let mut rows = sheet.rows.iter().map(shown);
        let columns = rows.next().unwrap();
        let change = |cell: String| {
            let changed = changes.iter().find(|(wrong, _)| *wrong == cell);
            Value::from(changed.map_or(cell.as_str(), |(_, right)| *right))
        };
        let rows = rows.map(|row| row.into_iter().map(change).collect()).collect();
        sheets.push(TableSheet { name: sheet.name.clone(), columns, rows, ..TableSheet::default() });
    }
    tables::xlsx(&sheets).unwrap()
}

#[tokio::test]
async fn a_decision_outlives_the_next_import() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        for decision in [Decision::Joined, Decision::Separated] {
            let city = if decision == Decision::Joined { bari() } else { super::installation::latina() };
            assert_eq!(house.import(city, &in_doubt()).await.doubtful, 1);
            let pair = house.doubts(city, true).await[0].id;
            house.decide(city, pair, decision).await.unwrap();
            let before = house.facts().await;
            let again = house.import(city, &in_doubt()).await;
            assert_eq!((again.contacts, again.doubtful, again.new_persons), (0, 0, 0));
            assert_eq!(house.facts().await, before);
            assert!(house.doubts(city, true).await.is_empty());

            // A third way of writing one of them does not bring the question back.
            let slip =
                Entry { given: "Chiekh".to_owned(), ..namesake("1990-03-14", "GM", "2025-04-01", &[LEGAL]) };
            let more = house.import(city, &[slip]).await;
            assert_eq!((more.contacts, more.doubtful, more.new_persons), (1, 0, 0), "{decision:?}");
        }
    })
    .await;
}
