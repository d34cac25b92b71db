//! What can be done, one word a deed. Policies speak in these words, and so does the matrix.

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        /// Something that somebody may or may not do. Every route names one.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Action { $($(#[$doc])* $name,)* }

        impl Action {
            /// All actions, in the order of the matrix.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word of policies and of the matrix.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

actions! {
    /// What anybody may open without signing in: help, privacy, the sign-in itself.
    Open = "open";
    /// One's own account: password, second factor, sessions.
    OwnAccount = "own_account";
    /// Figures of all cities, without people.
    SeeNumbers = "see_numbers";
    /// Numbers of few people in tables between cities.
    SeeSmallNumbers = "see_small_numbers";
    /// The list of a city's registers and what became of them.
    SeeRegisters = "see_registers";
    /// Bring a register in, correct its mapping, take it back.
    BringRegister = "bring_register";
    /// Decide on doubtful pairs, merge two people, undo.
    MergePeople = "merge_people";
    /// Look people up by name.
    SearchPeople = "search_people";
    /// Open a person's file.
    ReadPerson = "read_person";
    /// See title of stay and vulnerabilities in a file.
    ReadSpecial = "read_special";
    /// Register a person.
    RegisterPerson = "register_person";
    /// Change what is known of a person: rectify, details, household, attachments.
    ChangePerson = "change_person";
    /// Record a contact.
    RecordContact = "record_contact";
    /// Correct or withdraw a contact, with a reason.
    CorrectContact = "correct_contact";
    /// Open, follow and close pathways; stays; results.
    ManagePathway = "manage_pathway";
    /// Say how many beds a point has.
    ManagePlaces = "manage_places";
    /// Refer a person to a service, a body or another city.
    MakeReferral = "make_referral";
    /// Answer a referral that another city made.
    AnswerReferral = "answer_referral";
    /// Ask a person of the own city whether another one met them, and answer for them.
    AnswerAcrossCities = "answer_across_cities";
    /// See who read which file.
    SeeReads = "see_reads";
    /// Say what became of an unusual reading.
    SettleReads = "settle_reads";
    /// Carry out a person's rights: export, restriction, erasure.
    ExerciseRights = "exercise_rights";
    /// Read the journal of writes, which names no person.
    SeeJournal = "see_journal";
    /// Invite, change and stop accounts.
    ManageAccounts = "manage_accounts";
}
