//! Common names of the countries most people at the desks come from: material to make up people with.

/// A country's share and its name material.
pub struct Origin {
    /// ISO alpha-2.
    pub country: &'static str,
    /// As Italian registers write it.
    pub name: &'static str,
    /// Weight among the people met.
    pub weight: u32,
    /// How many of a hundred are women.
    pub women: u32,
    /// Surnames.
    pub surnames: &'static [&'static str],
    /// Women's given names.
    pub female: &'static [&'static str],
    /// Men's given names.
    pub male: &'static [&'static str],
}

/// Where the demonstration's people come from.
pub const ORIGINS: &[Origin] = &[
    Origin {
        country: "BD", name: "Bangladesh", weight: 14, women: 18,
        surnames: &["Hossain", "Rahman", "Islam", "Ahmed", "Uddin", "Miah", "Khan", "Chowdhury", "Sarker", "Begum", "Hasan", "Alam", "Sikder", "Talukder"],
        female: &["Fatema", "Nasrin", "Shirin", "Ayesha", "Rina", "Salma", "Taslima", "Rokeya", "Sharmin", "Mitu"],
        male: &["Sumon", "Rubel", "Jahangir", "Kamal", "Shohag", "Rakib", "Mizanur", "Alamin", "Faruk", "Sohel", "Nazmul", "Arif", "Monir", "Tariqul"],
    },
    Origin {
        country: "NG", name: "Nigeria", weight: 11, women: 46,
        surnames: &["Okafor", "Adeyemi", "Eze", "Ogbebor", "Osagie", "Ehigiator", "Obi", "Okonkwo", "Balogun", "Idahosa", "Omoruyi", "Uwadia", "Nwosu"],
        female: &["Joy", "Blessing", "Faith", "Precious", "Mercy", "Patience", "Osas", "Gift", "Favour", "Sandra"],
        male: &["Victor", "Samuel", "Godwin", "Osaro", "Emeka", "Kelvin", "Destiny", "Friday", "Lucky", "Sunday", "Monday"],
    },
    Origin {
        country: "EG", name: "Egitto", weight: 11, women: 22,
        surnames: &["Ibrahim", "Elsayed", "Abdelrahman", "Gaber", "Mansour", "Hassan", "Mahrous", "Shehata", "Khalil", "Saad", "Fathy", "Ramadan"],
        female: &["Mariam", "Nour", "Asmaa", "Heba", "Doaa", "Yasmin", "Amira", "Rania"],
        male: &["Mahmoud", "Karim", "Ahmed", "Mohamed", "Mostafa", "Hany", "Tarek", "Youssef", "Amr", "Sameh", "Islam"],
    },
    Origin {
        country: "PK", name: "Pakistan", weight: 10, women: 16,
        surnames: &["Khan", "Malik", "Iqbal", "Shah", "Hussain", "Butt", "Akhtar", "Raza", "Mehmood", "Javed", "Ashraf", "Nawaz"],
        female: &["Saima", "Sana", "Rabia", "Ayesha", "Nadia", "Shazia", "Iqra", "Bushra"],
        male: &["Imran", "Ali", "Muhammad", "Bilal", "Usman", "Asif", "Waqas", "Zeeshan", "Adnan", "Faisal", "Tahir"],
    },
    Origin {
        country: "UA", name: "Ucraina", weight: 9, women: 72,
        surnames: &["Melnyk", "Kovalenko", "Tkachenko", "Bondarenko", "Shevchenko", "Kravchenko", "Moroz", "Lysenko", "Rudenko", "Savchenko", "Petrenko"],
        female: &["Iryna", "Nataliia", "Yuliia", "Olena", "Oksana", "Svitlana", "Tetiana", "Halyna", "Mariia", "Liudmyla"],
        male: &["Andrii", "Dmytro", "Oleksandr", "Serhii", "Vasyl", "Ivan", "Mykola", "Bohdan"],
    },
    Origin {
        country: "MA", name: "Marocco", weight: 8, women: 44,
        surnames: &["Benali", "Chakir", "El Amrani", "El Idrissi", "Bouazza", "Ait Lahcen", "Naciri", "Tazi", "Fassi", "Haddad", "Ouali"],
        female: &["Salma", "Khadija", "Fatima", "Hanane", "Naima", "Latifa", "Imane", "Zineb"],
        male: &["Rachid", "Omar", "Abdellah", "Youssef", "Hamid", "Said", "Mustapha", "Khalid", "Driss"],
    },
    Origin {
        country: "SN", name: "Senegal", weight: 8, women: 24,
        surnames: &["Diop", "Ndiaye", "Fall", "Sow", "Diallo", "Faye", "Gueye", "Mbaye", "Sarr", "Ba", "Thiam", "Seck"],
        female: &["Awa", "Aminata", "Fatou", "Mariama", "Khady", "Ndeye", "Sokhna", "Astou"],
        male: &["Cheikh", "Moussa", "Mamadou", "Ibrahima", "Modou", "Ousmane", "Abdoulaye", "Pape", "Serigne", "Babacar"],
    },
    Origin {
        country: "GM", name: "Gambia", weight: 7, women: 10,
        surnames: &["Jallow", "Ceesay", "Touray", "Camara", "Sanneh", "Jobe", "Bah", "Darboe", "Sanyang", "Manneh", "Kinteh"],
        female: &["Fatou", "Mariama", "Isatou", "Binta", "Kaddy"],
        male: &["Ebrima", "Ousman", "Lamin", "Alagie", "Modou", "Bakary", "Sulayman", "Yusupha", "Buba", "Omar"],
    },
    Origin {
        country: "TN", name: "Tunisia", weight: 6, women: 22,
        surnames: &["Gharbi", "Trabelsi", "Ben Ali", "Jaziri", "Mejri", "Hamdi", "Chebbi", "Ayari", "Ben Salah", "Bouzid"],
        female: &["Ines", "Amira", "Sonia", "Rim", "Olfa", "Nadia"],
        male: &["Aymen", "Hamza", "Mohamed Ali", "Wassim", "Bilel", "Skander", "Hichem", "Anis"],
    },
    Origin {
        country: "AF", name: "Afghanistan", weight: 5, women: 26,
        surnames: &["Ahmadi", "Hosseini", "Rezai", "Nazari", "Mohammadi", "Karimi", "Haidari", "Amiri", "Sultani"],
        female: &["Zahra", "Fatima", "Shabnam", "Maryam", "Laila"],
        male: &["Ahmad", "Sayed", "Reza", "Ali", "Mohammad", "Habib", "Nasir", "Zabi"],
    },
    Origin {
        country: "ML", name: "Mali", weight: 4, women: 10,
        surnames: &["Coulibaly", "Diarra", "Keita", "Traore", "Sissoko", "Toure", "Konate", "Dembele"],
        female: &["Oumou", "Aissata", "Kadiatou", "Fanta"],
        male: &["Seydou", "Amadou", "Bakary", "Adama", "Boubacar", "Souleymane", "Drissa", "Modibo"],
    },
    Origin {
        country: "AL", name: "Albania", weight: 4, women: 48,
        surnames: &["Hoxha", "Prifti", "Shehu", "Dervishi", "Gjoni", "Leka", "Marku", "Kola", "Basha"],
        female: &["Anila", "Elira", "Mirela", "Arta", "Blerta", "Ermira"],
        male: &["Arben", "Ilir", "Gentian", "Altin", "Besnik", "Erion", "Klodian"],
    },
    Origin {
        country: "PE", name: "Perù", weight: 4, women: 56,
        surnames: &["Quispe", "Rojas", "Huamán", "Flores", "Mamani", "Vargas", "Chávez", "Castillo"],
        female: &["Carmen Rosa", "Milagros", "Rosario", "Luz Marina", "Gladys", "Yesenia"],
        male: &["Jorge", "José", "Luis Alberto", "Carlos", "Juan Carlos", "Percy"],
    },
    Origin {
        country: "CI", name: "Costa d'Avorio", weight: 3, women: 28,
        surnames: &["Kouassi", "Konan", "Yao", "Bamba", "Kone", "Ouattara", "Cisse", "Koffi"],
        female: &["Aya", "Mariam", "Adjoua", "Rokia", "Affoue"],
        male: &["Ibrahim", "Moussa", "Yacouba", "Serge", "Aboubacar", "Issouf"],
    },
    Origin {
        country: "GE", name: "Georgia", weight: 3, women: 74,
        surnames: &["Beridze", "Kapanadze", "Gelashvili", "Maisuradze", "Giorgadze", "Lomidze"],
        female: &["Nino", "Tamar", "Ketevan", "Maia", "Nana", "Lali"],
        male: &["Giorgi", "Davit", "Levan", "Zurab"],
    },
    Origin {
        country: "CN", name: "Cina", weight: 2, women: 50,
        surnames: &["Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Hu", "Lin", "Zhou"],
        female: &["Xiaoyan", "Meiling", "Lihua", "Jing", "Fang"],
        male: &["Wei", "Jun", "Guoqiang", "Xiaolong", "Ming"],
    },
    Origin {
        country: "XK", name: "Kosovo", weight: 1, women: 34,
        surnames: &["Krasniqi", "Gashi", "Berisha", "Morina", "Shala"],
        female: &["Arbnora", "Vlora", "Fatmire"],
        male: &["Agron", "Burim", "Valon", "Driton"],
    },
];
