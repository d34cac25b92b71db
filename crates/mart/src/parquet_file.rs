//! A partition as a Parquet file: DESIGN §5's columns, text columns dictionary-encoded.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Date32Type, Int64Type, UInt16Type, UInt32Type};
use arrow_array::{
    Array as _, ArrayRef, Date32Array, DictionaryArray, Int64Array, PrimitiveArray, RecordBatch, StringArray,
    UInt16Array, UInt32Array,
};
use arrow_schema::{DataType, Field, Schema};
use kernel::{AgeBracket, Gender};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

use crate::fact::{Partition, Text};
use crate::facts::{Facts, OPEN_END, TextColumn};

/// Raised when the columns change: files of another format are read anew from the database.
const FORMAT: &str = "2";

/// What can go wrong with a file of facts.
#[derive(Debug, thiserror::Error)]
#[error("cannot {doing} {path}: {reason}")]
pub struct FileError {
    doing: &'static str,
    path: String,
    reason: String,
}

impl FileError {
    pub(crate) fn new(doing: &'static str, path: &Path, reason: impl std::fmt::Display) -> Self {
        Self { doing, path: path.display().to_string(), reason: reason.to_string() }
    }
}

/// Writes a partition. The file is complete or not there: it is written beside its place and moved.
///
/// # Errors
/// When the folder cannot be written.
pub fn write(facts: &Facts, partition: Partition, version: i64, path: &Path) -> Result<(), FileError> {
    let failed = |reason: &dyn std::fmt::Display| FileError::new("write", path, reason);
    let unfinished = path.with_extension("part");
    let batch = batch(facts).map_err(|error| failed(&error))?;
    let told = |name: &str, value: String| KeyValue::new(name.to_owned(), value);
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(vec![
            told("lgnet.format", FORMAT.to_owned()),
            told("lgnet.city", partition.city.to_string()),
            told("lgnet.month", partition.month.to_string()),
            told("lgnet.version", version.to_string()),
        ]))
        .build();
    let file = File::create(&unfinished).map_err(|error| failed(&error))?;
    let mut writer =
        ArrowWriter::try_new(file, batch.schema(), Some(properties)).map_err(|error| failed(&error))?;
    writer.write(&batch).map_err(|error| failed(&error))?;
    writer.close().map_err(|error| failed(&error))?;
    fs::rename(&unfinished, path).map_err(|error| failed(&error))
}

/// Reads a partition and the version it was written at; nothing if the file has another format.
///
/// # Errors
/// When the file is not there or not what it should be.
pub fn read(path: &Path) -> Result<Option<(Facts, i64)>, FileError> {
    let failed = |reason: &dyn std::fmt::Display| FileError::new("read", path, reason);
    let file = File::open(path).map_err(|error| failed(&error))?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| failed(&error))?;
    let told = builder.metadata().file_metadata().key_value_metadata();
    let value = |name: &str| {
        let found = told.and_then(|told| told.iter().find(|one| one.key == name));
        found.and_then(|one| one.value.clone()).unwrap_or_default()
    };
    let Ok(version) = value("lgnet.version").parse() else { return Ok(None) };
    if value("lgnet.format") != FORMAT {
        return Ok(None);
    }
    let rows = usize::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
    let mut facts = Facts::default();
    for batch in builder.with_batch_size(rows.max(1)).build().map_err(|error| failed(&error))? {
        append(&mut facts, &batch.map_err(|error| failed(&error))?).map_err(|error| failed(&error))?;
    }
    Ok(Some((facts, version)))
}

/// Columns that are whole numbers.
const NUMBERS: [&str; 4] = ["subject", "network_subject", "household", "vulnerabilities"];

fn batch(facts: &Facts) -> Result<RecordBatch, arrow_schema::ArrowError> {
    let mut columns: Vec<(&str, ArrayRef)> = vec![("day", Arc::new(Date32Array::from(facts.day.clone())))];
    let until = facts.until.iter().map(|last| Some(*last).filter(|last| *last != OPEN_END));
    columns.push(("until", Arc::new(until.collect::<Date32Array>())));
    for text in Text::ALL {
        let column = &facts.texts[text as usize];
        columns.push((text.name(), dictionary(&column.codes, &column.values)?));
    }
    let numbers = [&facts.subject, &facts.network_subject, &facts.household, &facts.vulnerabilities];
    for (name, numbers) in NUMBERS.iter().zip(numbers) {
        columns.push((name, Arc::new(UInt32Array::from(numbers.clone()))));
    }
    columns.push(("gender", fixed(&facts.gender, Gender::ALL.map(Gender::code))?));
    columns.push(("age", fixed(&facts.age, AgeBracket::ALL.map(AgeBracket::code))?));
    columns.push(("minutes", Arc::new(UInt32Array::from(facts.minutes.clone()))));
    columns.push(("amount_cents", Arc::new(Int64Array::from(facts.amount_cents.clone()))));
    columns.push(("recorded_on", Arc::new(Date32Array::from(facts.recorded_on.clone()))));
    let field = |(name, array): &(&str, ArrayRef)| {
        let optional = matches!(*name, "until" | "minutes" | "amount_cents");
        Field::new(*name, array.data_type().clone(), optional)
    };
    let schema = Schema::new(columns.iter().map(field).collect::<Vec<_>>());
    RecordBatch::try_new(Arc::new(schema), columns.into_iter().map(|(_, array)| array).collect())
}

fn dictionary(codes: &[u16], values: &[Box<str>]) -> Result<ArrayRef, arrow_schema::ArrowError> {
    let values = StringArray::from_iter_values(values.iter().map(|value| &**value));
    let array = DictionaryArray::<UInt16Type>::try_new(UInt16Array::from(codes.to_vec()), Arc::new(values))?;
    Ok(Arc::new(array))
}

fn fixed(codes: &[u8], values: [&str; 4]) -> Result<ArrayRef, arrow_schema::ArrowError> {
    let codes: Vec<u16> = codes.iter().map(|code| u16::from(*code)).collect();
    dictionary(&codes, &values.map(Box::from))
}

fn append(facts: &mut Facts, batch: &RecordBatch) -> Result<(), String> {
    let column = |name: &str| batch.column_by_name(name).ok_or_else(|| format!("column {name} is missing"));
    let wrong = |name: &str| format!("column {name} has another type than facts have");
    let days = |name: &str| {
        let array = column(name)?.as_primitive_opt::<Date32Type>().ok_or_else(|| wrong(name))?;
        Ok::<_, String>(array.values().to_vec())
    };
    facts.day.extend(days("day")?);
    facts.recorded_on.extend(days("recorded_on")?);
    let until = column("until")?.as_primitive_opt::<Date32Type>().ok_or_else(|| wrong("until"))?;
    if until.null_count() == until.len() {
        // As in most months: nobody's stay ends.
        facts.until.resize(facts.until.len() + until.len(), OPEN_END);
    } else {
        facts.until.extend(until.iter().map(|last| last.unwrap_or(OPEN_END)));
    }
    for text in Text::ALL {
        let (codes, values) = codes(column(text.name())?).ok_or_else(|| wrong(text.name()))?;
        extend(&mut facts.texts[text as usize], &codes, &values);
    }
    let numbers = |name: &str| {
        let array = column(name)?.as_primitive_opt::<UInt32Type>().ok_or_else(|| wrong(name))?;
        Ok::<_, String>(array.values().to_vec())
    };
    facts.subject.extend(numbers("subject")?);
    facts.network_subject.extend(numbers("network_subject")?);
    facts.household.extend(numbers("household")?);
    facts.vulnerabilities.extend(numbers("vulnerabilities")?);
    let minutes = column("minutes")?.as_primitive_opt::<UInt32Type>().ok_or_else(|| wrong("minutes"))?;
    facts.minutes.extend(optional(minutes));
    let amounts =
        column("amount_cents")?.as_primitive_opt::<Int64Type>().ok_or_else(|| wrong("amount_cents"))?;
    facts.amount_cents.extend(optional(amounts));
    let of = |name: &str, known: [&str; 4]| {
        let (codes, values) = codes(column(name)?).ok_or_else(|| wrong(name))?;
        let place = |value: &str| known.iter().position(|known| *known == value).unwrap_or(3);
        let places: Vec<usize> = values.iter().map(|value| place(value)).collect();
        let place = |code: &u16| u8::try_from(places[usize::from(*code)]).unwrap_or(3);
        Ok::<Vec<u8>, String>(codes.iter().map(place).collect())
    };
    facts.gender.extend(of("gender", Gender::ALL.map(Gender::code))?);
    facts.age.extend(of("age", AgeBracket::ALL.map(AgeBracket::code))?);
    Ok(())
}

fn optional<T: arrow_array::types::ArrowPrimitiveType>(
    array: &PrimitiveArray<T>,
) -> impl Iterator<Item = Option<T::Native>> + '_ {
    array.iter()
}

/// The codes and distinct values of a text column.
fn codes(array: &ArrayRef) -> Option<(Vec<u16>, Vec<Box<str>>)> {
    if !matches!(array.data_type(), DataType::Dictionary(..)) || array.null_count() > 0 {
        return None;
    }
    let array = array.as_dictionary_opt::<UInt16Type>()?;
    let values = array.values().as_string_opt::<i32>()?;
    let values = values.iter().map(|value| value.unwrap_or(crate::UNKNOWN).into()).collect();
    Some((array.keys().values().to_vec(), values))
}

/// Adds codes to a column whose dictionary may already hold other values.
fn extend(column: &mut TextColumn, codes: &[u16], values: &[Box<str>]) {
    if column.values.is_empty() {
        column.values = values.to_vec();
        column.codes = codes.to_vec();
        return;
    }
    let mut code = |value: &str| {
        let place = column.values.iter().position(|known| **known == *value).unwrap_or_else(|| {
            column.values.push(value.into());
            column.values.len() - 1
        });
        u16::try_from(place).unwrap_or(0)
    };
    let translated: Vec<u16> = values.iter().map(|value| code(value)).collect();
    column.codes.extend(codes.iter().map(|code| translated[usize::from(*code)]));
}
