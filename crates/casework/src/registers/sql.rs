//! Statements over registers and contacts.

use store::Bulk;

store::statements! {
    /// One imported file.
    pub INSERT_REGISTER = "insert into register (id, city, file, sha256, size, rows_read, rows_accepted, \
        rows_known, rows_rejected, contacts, persons, new_persons, imported_at, imported_by) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    /// What the city already has between two days: which person had which service at which point. Of equal ones those
    /// that the desk told come first, then those that most registers told: so what is told less often than another
    /// says it is always the same ones.
    pub KNOWN_CONTACTS = "select f.person, c.day, c.service, c.point, c.id, \
        (select count(*) from contact_again a where a.contact = c.id) as told from contact c \
        join form f on f.id = c.form where c.city = $1 and c.day >= $2 and c.day <= $3 \
        order by case when c.register is null then 0 else 1 end, told desc, c.id";
    /// The contacts of a city between two days, with what is counted of the person, or how many people nobody
    /// asked for their names: facts.
    pub FACTS = "select c.day, c.service, c.point, c.permit, c.modality, c.minutes, c.recorded_at, c.heads, \
        p.subject, p.network_subject, p.gender, p.age, p.citizenship from contact c \
        left join form f on f.id = c.form left join person p on p.id = f.person \
        where c.city = $1 and c.day >= $2 and c.day <= $3 \
        order by c.day, p.subject nulls last, c.service, c.id";
    /// The registers of a city, newest first.
    pub REGISTERS = "select id, file, sha256, size, rows_read, rows_accepted, rows_known, rows_rejected, \
        contacts, persons, new_persons, imported_at, imported_by, withdrawn_at, withdrawn_by, settled_at from register \
        where city = $1 order by imported_at desc, id desc limit $2";
    /// One register.
    pub REGISTER = "select id, file, sha256, size, rows_read, rows_accepted, rows_known, rows_rejected, \
        contacts, persons, new_persons, imported_at, imported_by, withdrawn_at, withdrawn_by, settled_at from register \
        where city = $1 and id = $2";
    /// The rejected rows of a register, in the file's order.
    pub REJECTED = "select id, line, reason, content from rejected_row \
        where city = $1 and register = $2 order by position";
    /// Rejected rows that wait, city by city: those of files that
    /// were neither withdrawn nor settled.
    pub REJECTED_WAITING = "select r.city, cast(sum(r.rows_rejected) as bigint), min(r.imported_at) \
        from register r where r.withdrawn_at is null and r.settled_at is null and r.rows_rejected > 0 \
        group by r.city order by r.city";
    /// The city's way of writing its registers.
    pub PROFILE = "select id, mapping from profile where city = $1";
    /// Keeps the city's way of writing.
    pub KEEP_PROFILE = "insert into profile (id, city, mapping, updated_at) values ($1, $2, $3, $4) \
        on conflict (city) do update set mapping = excluded.mapping, updated_at = excluded.updated_at";
    /// The forms and days of a register's contacts.
    pub CONTACTS_OF_REGISTER = "select form, day from contact where register = $1";
    /// Forgets what a register told again.
    pub DELETE_AGAIN = "delete from contact_again where register = $1";
    /// Gives a register's contacts to the register that first told them again, if one did.
    pub HAND_OVER = "update contact set (register, sheet, line) = (select a.register, a.sheet, a.line \
        from contact_again a join register r on r.id = a.register where a.contact = contact.id \
        order by r.imported_at, r.id limit 1) where register = $1 \
        and exists (select 1 from contact_again a where a.contact = contact.id)";
    /// Forgets that a register told again what is its own now.
    pub FORGET_HANDED_OVER = "delete from contact_again where exists (select 1 from contact c \
        where c.id = contact_again.contact and c.register = contact_again.register)";
    /// Takes back a register's contacts.
    pub DELETE_CONTACTS = "delete from contact where register = $1";
    /// Takes back a register's rejected rows.
    pub DELETE_REJECTED = "delete from rejected_row where register = $1";
    /// Says that the rejected rows of a register wait no more, or wait again.
    pub SETTLE = "update register set settled_at = $3 \
        where city = $1 and id = $2 and withdrawn_at is null and rows_rejected > 0";
    /// The newest register of a city with exactly these bytes.
    pub SAME_FILE = "select id, imported_at from register where city = $1 and sha256 = $2 \
        order by imported_at desc, id desc limit 1";
    /// The contacts of a register with the form each was written under, in the order of the file.
    pub ROWS_OF_REGISTER = "select c.sheet, c.line, c.day, c.service, f.id, f.identity, f.gender, \
        f.citizenship, f.times, c.id, f.person from contact c join form f on f.id = c.form \
        where c.city = $1 and c.register = $2 \
        and (c.sheet, c.line, c.id) > ($3, $4, $5) order by c.sheet, c.line, c.id limit $6";
    /// Keeps a file until it is imported.
    pub INSERT_UPLOAD = "insert into upload (id, city, file_name, sha256, size, bytes, uploaded_at, uploaded_by) \
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// The files of a city that wait, newest first.
    pub UPLOADS = "select id, file_name, sha256, size, mapping, uploaded_at, uploaded_by from upload \
        where city = $1 order by uploaded_at desc, id desc limit 20";
    /// One file that waits.
    pub UPLOAD = "select id, file_name, sha256, size, mapping, uploaded_at, uploaded_by from upload \
        where city = $1 and id = $2";
    /// Its bytes.
    pub UPLOAD_BYTES = "select bytes from upload where city = $1 and id = $2";
    /// What the lead says its columns mean.
    pub ADJUST_UPLOAD = "update upload set mapping = $3 where city = $1 and id = $2";
    /// Takes a file away.
    pub REMOVE_UPLOAD = "delete from upload where city = $1 and id = $2";
    /// Takes away the files that have waited too long.
    pub REMOVE_OLD_UPLOADS = "delete from upload where uploaded_at < $1";
    /// The rejected rows of a city.
    pub REJECTED_OF_CITY = "select id, content from rejected_row where city = $1 order by id";
    /// Empties a rejected row, or writes it without a name.
    pub REWRITE_REJECTED = "update rejected_row set content = $3 where city = $1 and id = $2";
    /// How the files of a city were called and read.
    pub FILES_OF_CITY = "select id, file from register where city = $1 order by id";
    /// Calls a file otherwise.
    pub REWRITE_FILE = "update register set file = $3 where city = $1 and id = $2";
    /// The city's way of writing, without a name.
    pub REWRITE_PROFILE = "update profile set mapping = $3 where city = $1 and id = $2";
    /// The files of a city that wait, whole.
    pub UPLOADS_OF_CITY = "select id, file_name, bytes, mapping from upload where city = $1 order by id";
    /// Marks a register as withdrawn.
    pub WITHDRAW = "update register set withdrawn_at = $3, withdrawn_by = $4 \
        where city = $1 and id = $2 and withdrawn_at is null";
}

/// New contacts.
pub const INSERT_CONTACTS: Bulk = Bulk {
    head: "insert into contact (id, city, day, form, service, point, permit, modality, minutes, note, register, \
           sheet, line, recorded_at)",
    columns: 14,
    tail: "",
};

/// Contacts that a register told and the city had already.
pub const INSERT_AGAIN: Bulk =
    Bulk { head: "insert into contact_again (contact, register, sheet, line)", columns: 4, tail: "" };

/// Rows that were refused.
pub const INSERT_REJECTED: Bulk = Bulk {
    head: "insert into rejected_row (id, city, register, position, line, reason, content)",
    columns: 7,
    tail: "",
};
