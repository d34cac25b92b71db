//! Files that cannot be read: the error stands in the page, and nothing is changed.

use axum::http::StatusCode;
use store::Store;
use store::testing::each_engine;

use super::support::{Browser, SLICES};
use crate::pages::receive::MOST_BYTES;
use crate::registers::parked;

async fn position(store: &Store) -> i64 {
    store.reader().await.unwrap().journal_position().await.unwrap().0
}

/// As spreadsheet programs write a workbook that a password protects.
fn encrypted() -> Vec<u8> {
    let mut file = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    file.resize(512, 0);
    file.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    file
}

/// A zip whose directory declares far more than it holds.
fn bomb() -> Vec<u8> {
    let name = b"xl/workbook.xml";
    let length = u16::try_from(name.len()).unwrap().to_le_bytes();
    let (packed, unpacked) = (4_u32.to_le_bytes(), 4_000_000_000_u32.to_le_bytes());
    let mut file =
        [&b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0"[..], &[0; 4], &packed, &unpacked, &length, b"\0\0"].concat();
    file.extend_from_slice(name);
    file.extend_from_slice(&[3, 0, 0, 0]);
    let start = u32::try_from(file.len()).unwrap();
    let entry = [
        &b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0"[..],
        &[0; 4],
        &packed,
        &unpacked,
        &length,
        &[0; 4],
        &[0; 2],
        &[0; 2],
        &[0; 4],
        &[0; 4],
        name,
    ]
    .concat();
    file.extend_from_slice(&entry);
    let size = u32::try_from(entry.len()).unwrap().to_le_bytes();
    file.extend_from_slice(
        &[&b"PK\x05\x06\0\0\0\0\x01\0\x01\0"[..], &size, &start.to_le_bytes(), b"\0\0"].concat(),
    );
    file
}

#[tokio::test]
async fn a_file_that_cannot_be_read_changes_nothing() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        for (name, bytes, says) in [
            ("", vec![], "Nessun file scelto"),
            ("vuoto.csv", b" \n ".to_vec(), "Il file è vuoto"),
            ("foto.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "non è un foglio di calcolo"),
            ("chiuso.xlsx", encrypted(), "protetto da una password"),
            ("bomba.xlsx", bomb(), "nessun foglio di calcolo è così"),
            ("grande.csv", vec![b'a'; MOST_BYTES + 1], "Il file supera 64 MB"),
        ] {
            let answer = browser.bring("A662", name, &bytes).await;
            let page = answer.text();
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {page}");
            assert!(page.contains(says) && page.contains("id=\"field-file-error\""), "{name}: {page}");
            assert_eq!(ui::check::page(&page), Vec::<String>::new());
        }
        assert_eq!(position(&store).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_file_waits_until_it_is_imported_or_taken_away() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let nothing = browser.bring("A662", "parole.csv", b"due;parole\nin;croce\n").await.to;
        assert!(browser.get(&nothing).await.page().contains("Nessuna riga si può importare ancora"));
        // Asked all the same, the import says why not, and the file stays.
        browser.post(&format!("{nothing}/importa"), &[]).await;
        let mut page = String::new();
        for _ in 0..200 {
            page = browser.get(&format!("{nothing}/avanzamento")).await.page();
            if page.contains("Non c’era nessuna riga") {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert!(
            page.contains("Non c’era nessuna riga") && page.contains(&format!("href=\"{nothing}\"")),
            "{page}"
        );
        assert!(browser.get("/registri/A662").await.page().contains("parole.csv"));
        // Of another city there is no such file.
        let elsewhere = nothing.replace("A662", "H501");
        assert_eq!(browser.get(&elsewhere).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.post(&format!("{elsewhere}/togli"), &[]).await.status, StatusCode::NOT_FOUND);

        // The program was started again meanwhile: what waits is read from the database.
        let again = Browser::new(&store).await;
        assert!(again.get(&nothing).await.page().contains("parole.csv"));
        assert_eq!(again.get(&format!("{nothing}/avanzamento")).await.to, nothing);
        let answer = again.post(&format!("{nothing}/togli"), &[]).await;
        assert!(again.get(&answer.to).await.page().contains("File tolto"));
        assert_eq!(again.get(&nothing).await.status, StatusCode::NOT_FOUND);
        let mut reader = store.reader().await.unwrap();
        let keys = again.app.vault.city("A662".parse().unwrap()).unwrap();
        assert!(parked::all(&mut reader, &keys).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn addresses_that_lead_nowhere_say_so() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        for path in
            ["/registri/Z999", "/registri/bari", "/registri/A662/file/x", "/registri/A662/storia/x/ritira"]
        {
            assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}
