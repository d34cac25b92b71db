//! Statements over encodings, links and questions.

use store::Bulk;

store::statements! {
    /// Where the network stands: numbers given, changes made, changes linked; the key in force.
    pub STATE = "select last_handle, version, linked, generation, salt, mark from network_state where only_row = 1";
    /// A change of encodings or answers: gives it a number, and numbers to new people; locked until commit.
    pub CHANGE = "update network_state set last_handle = last_handle + $1, version = version + 1 \
        where only_row = 1 returning last_handle, version";
    /// Stops changes until commit, and says where the network stands.
    pub HOLD_STATE = "update network_state set linked = linked where only_row = 1 \
        returning last_handle, version, linked";
    /// All changes up to one are linked.
    pub LINKED = "update network_state set linked = $1 where only_row = 1";
    /// What tells the key that made the encodings.
    pub SET_MARK = "update network_state set mark = $1 where only_row = 1";
    /// Another key.
    pub SET_KEY = "update network_state set generation = generation + 1, salt = $1, mark = $2 where only_row = 1 \
        returning generation";
    /// A person's encoding.
    pub ENCODING = "select handle, bytes from encoding where handle = $1";
    /// All encodings of a city.
    pub ENCODINGS = "select handle, bytes from encoding where city = $1";
    /// What of the encodings changed after a change.
    pub CHANGED = "select handle, city, bytes, stands_with from encoding where version > $1 order by handle";
    /// Cities with encodings.
    pub CITIES = "select distinct city from encoding order by city";
    /// Cities with people who have a name and no number in the network, or are encoded in another way.
    pub CITIES_TO_ENCODE = "select p.city from person p where p.handle is null and p.erased_at is null \
        and exists (select 1 from form f where f.person = p.id and f.identity is not null) \
        union select e.city from encoding e where substr(e.bytes, 1, 1) <> $1 order by 1";
    /// Gives a person a number in the network; until they are linked they are counted alone.
    pub GIVE_HANDLE = "update person set handle = $2, network_subject = $2 where id = $1";
    /// Everybody with a number in the network, and the one they are counted under.
    pub COUNTED = "select handle, network_subject from person where handle is not null order by handle";
    /// One of them.
    pub COUNTED_ONE = "select handle, network_subject from person where handle = $1";
    /// Counts whoever moved in a change under their number now.
    pub COUNT_UNDER = "update person set network_subject = m.becomes from network_move m \
        where m.version = $1 and m.handle = person.handle";
    /// Cities of whoever moved in a change.
    pub CITIES_OF_MOVED = "select distinct p.city from network_move m join person p on p.handle = m.handle \
        where m.version = $1";
    /// Cities of whoever moved in a change, and the days they were met there.
    pub DAYS_OF_MOVED = "select distinct p.city, c.day from network_move m join person p on p.handle = m.handle \
        join form f on f.person = p.id join contact c on c.form = f.id where m.version = $1";
    /// Forgets what is encoded of a person; they go on being counted with somebody.
    pub FORGET = "update encoding set bytes = null, stands_with = $2, version = $3 where handle = $1";
    /// Somebody forgotten who was counted with one who is forgotten now.
    pub STAND_WITH = "update encoding set stands_with = $2, version = $3 where stands_with = $1";
    /// Whom else a person is counted with: the first of those who are encoded.
    pub COUNTED_WITH = "select min(o.handle) from person p join person o on o.network_subject = p.network_subject \
        join encoding e on e.handle = o.handle where p.handle = $1 and o.handle <> $1 and e.bytes is not null";
    /// A person's number in the network.
    pub HANDLE = "select handle from person where city = $1 and id = $2";
}

/// New and changed encodings.
pub const PUT_ENCODINGS: Bulk = Bulk {
    head: "insert into encoding (handle, city, generation, bytes, version)",
    columns: 5,
    tail: "on conflict (handle) do update set generation = excluded.generation, bytes = excluded.bytes, \
           stands_with = null, version = excluded.version",
};

/// Who is counted under another number since a change.
pub const INSERT_MOVES: Bulk = Bulk {
    head: "insert into network_move (version, handle, was, becomes, at)",
    columns: 5,
    tail: "on conflict (version, handle) do nothing",
};
