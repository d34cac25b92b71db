//! Names of several traditions, each with the ways in which it is written: `Mostafa|Mustafa`.

/// How people of some countries are called.
pub struct Tradition {
    /// Countries of the tradition: code, name and adjective of a woman, in Italian.
    pub countries: &'static [(&'static str, &'static str, &'static str)],
    /// Separated by commas, the commonest first.
    pub surnames: &'static str,
    pub women: &'static str,
    pub men: &'static str,
    /// How many in a hundred have a second given name.
    pub second_given: u32,
    /// Two surnames, one of the father and one of the mother.
    pub doubled: bool,
    /// Given names are made of two syllables, joined or apart.
    pub syllables: bool,
    /// How many people of a hundred have it.
    pub weight: u32,
}

pub const TRADITIONS: [Tradition; 6] = [
    Tradition {
        countries: &[
            ("EG", "Egitto", "egiziana"),
            ("MA", "Marocco", "marocchina"),
            ("TN", "Tunisia", "tunisina"),
            ("SY", "Siria", "siriana"),
        ],
        surnames: "El Khatib|Al Khatib|Elkhatib, El Amrani|Al Amrani|Elamrani, Benjelloun|Ben Jelloun, Ben \
            Youssef|Benyoussef, Mansouri|Mansuri, Chaoui|Shawi, Bouazizi, Zidane|Zidan, El Masry|Al \
            Masri|Elmasry, Shehata|Chehata, Fathy|Fathi, Ghoneim|Ghonim, Darwish|Darouich, Tawfik|Toufik, \
            Naguib|Najib, Sabry|Sabri, Lahlou, El Idrissi|Idrissi, Berrada, Chraibi, Bennani, \
            Ouazzani|Wazzani, El Fassi|Fassi, Zeroual, Kabbaj, Jebali, Mejri, Hammami, Ayari, Dridi, \
            Ferchichi, Khelifi|Khlifi, Guesmi, Shalaby|Shalabi, Abou Zeid|Abouzeid|Abu Zaid, \
            Metwally|Metwalli, Barakat, Halabi|Al Halabi, Kassem|Qasim, Abdelaziz|Abd El Aziz, Boukhris, \
            Mokhtari, Saadaoui|Saadawi, Zaki|Zaky, Rizk|Rizq",
        women: "Fatma|Fatima|Fatema, Meriem|Mariam|Maryam, Zineb|Zeinab, Aicha|Aisha, Khadija|Khadidja, Salwa, \
            Houda|Hoda, Nour|Noor, Souad|Suad, Ikram, Hanane|Hanan, Rania, Samira|Sameera, Latifa, \
            Naima|Naeema, Warda|Ouarda, Yasmine|Yasmin, Dounia|Dunya, Rim|Reem, Asmaa|Asma",
        men: "Mostafa|Mustafa, Youssef|Yousef|Yusuf, Karim|Kareem, Tarek|Tariq, Khaled|Khalid, Abderrahim|Abdel \
            Rahim, Walid|Oualid, Hicham|Hisham, Rachid|Rashid, Fouad|Fuad, Nabil|Nabeel, Anouar|Anwar, \
            Othman|Osman, Gamal|Jamal, Ashraf|Achraf, Ziad|Ziyad, Hatem|Hatim, Samir|Sameer, \
            Mohamed|Mohammed|Muhammad, Ayoub|Ayub, Soufiane|Sofian",
        second_given: 10,
        doubled: false,
        syllables: false,
        weight: 28,
    },
    Tradition {
        countries: &[("BD", "Bangladesh", "bangladese")],
        surnames: "Hossain|Hossen|Hussain, Miah|Mia, Sarker|Sarkar, Talukder|Talukdar, Chowdhury|Choudhury, \
            Howlader|Hawlader, Bhuiyan|Bhuyan, Mollah|Molla, Sikder|Sikdar, Mridha, Khandaker|Khondoker, \
            Matubbar|Matabbar, Munshi|Munsi, Bepari, Dewan, Gazi, Pramanik|Paramanik, Majumder|Mazumder, \
            Patwary|Patwari, Akter|Akhter, Khatun, Shikdar, Biswas, Mondal|Mandal, Fakir|Faqir, Sheikh|Shaikh, \
            Bala, Das, Haque|Hoque|Haq",
        women: "Sharmin, Taslima, Rokeya|Ruqaiya, Shahnaz, Sumaiya|Sumaya, Jannatul, Farzana, Mahmuda, Rehana, \
            Sabina, Nargis, Laily|Laili, Moushumi|Mousumi, Tahmina, Ayesha|Aysha",
        men: "Rakib|Raqib, Sabbir|Shabbir, Tanvir|Tanveer, Nazmul, Mizanur, Anisur, Jewel|Juel, Rubel, \
            Masud|Masood, Kamrul|Qamrul, Shafiqul|Shofiqul, Rezaul, Saiful, Ashraful, Monir|Munir, Alamgir, \
            Habibur, Delwar|Delowar, Faruk|Farooq, Md|Mohammad, Sumon|Suman",
        second_given: 45,
        doubled: false,
        syllables: false,
        weight: 16,
    },
    Tradition {
        countries: &[
            ("SN", "Senegal", "senegalese"),
            ("ML", "Mali", "maliana"),
            ("GN", "Guinea", "guineana"),
            ("CI", "Costa d'Avorio", "ivoriana"),
            ("NG", "Nigeria", "nigeriana"),
            ("GH", "Ghana", "ghanese"),
        ],
        surnames: "Sow, Cissé|Cisse|Sisse, Koné|Kone, Sidibé|Sidibe, Dembélé|Dembele, Konaté|Konate, Barry, \
            Baldé|Balde, Soumah|Suma, Sylla|Silla, Ouattara|Wattara, Doumbia|Dumbia, Fofana, Bamba, Sanogo, \
            Gueye|Guèye, Ndiaye|N'Diaye|Njie, Mbaye|M'Baye, Sarr, Seck, Thiam|Tiam, Kanté|Kante, \
            Dramé|Drammeh, Mensah, Owusu, Boateng, Asante, Osei, Appiah, Agyeman|Agyemang, Nwosu, Chukwu, \
            Ogunleye, Balogun, Edosa, Osagie, Igbinedion, Kouassi|Kwassi, Yao, Kouamé|Kouame, Diarra|Jarra, \
            Sissoko|Cissokho, Diakité|Diakite",
        women: "Mariama|Mariame, Fatoumata|Fatumata, Kadiatou|Kadijatou, Hawa, Bintou|Binta, Djeneba|Jeneba, \
            Rokhaya|Rokaya, Ndeye|N'Deye, Khady|Khadi, Aissatou|Isatou, Abena, Akosua, Grace, Ngozi, Chioma, \
            Esohe, Coumba|Kumba, Nafissatou|Nafisatou, Salimata",
        men: "Souleymane|Sulayman, Mamadou|Mamadu, Abdoulaye|Abdoulie, Seydou|Saidou, Boubacar|Bubacar, \
            Lamine|Lamin, Oumar|Omar, Moussa|Musa, Yaya|Yahya, Bakary|Bakari, Kwame, Kofi, Chinedu, Emeka, \
            Tunde, Godwin, Isaac, Collins, Issa|Isa, Youssouf|Yusuf, Drissa|Idrissa",
        second_given: 25,
        doubled: false,
        syllables: false,
        weight: 24,
    },
    Tradition {
        countries: &[("UA", "Ucraina", "ucraina")],
        surnames: "Kovalenko, Tkachenko, Kravchenko, Oliynyk|Oliinyk, Lysenko, Marchenko, Rudenko, Savchenko, \
            Petrenko, Moroz, Polishchuk|Polischuk, Hrytsenko|Gritsenko, Zinchenko, Yurchenko|Iurchenko, \
            Shcherbak|Scherbak, Klymenko|Klimenko, Pavlenko, Levchenko, Karpenko, Panchenko, \
            Vasylenko|Vasilenko, Ivanchuk, Romaniuk|Romanyuk, Havryliuk|Gavryliuk, Tarasiuk|Tarasyuk, \
            Dovzhenko, Kuzmenko, Fedorenko, Zakharchenko, Hnatiuk|Gnatyuk",
        women: "Olha|Olga, Tetiana|Tetyana, Svitlana|Svetlana, Kateryna|Katerina, Liudmyla|Lyudmila, \
            Halyna|Galyna, Anastasiia|Anastasia, Viktoriia|Viktoria, Larysa|Larisa, Valentyna|Valentina, \
            Nadiia|Nadia, Zoia|Zoya, Solomiia|Solomia, Khrystyna|Kristina",
        men: "Andrii|Andriy, Serhii|Sergiy, Volodymyr|Vladimir, Mykola|Nikolai, Vasyl|Vasil, Yurii|Yuriy, \
            Bohdan|Bogdan, Taras, Maksym|Maxim, Ruslan, Ihor|Igor, Denys|Denis, Artem",
        second_given: 4,
        doubled: false,
        syllables: false,
        weight: 12,
    },
    Tradition {
        countries: &[
            ("EC", "Ecuador", "ecuadoriana"),
            ("CO", "Colombia", "colombiana"),
            ("SV", "El Salvador", "salvadoregna"),
            ("DO", "Repubblica Dominicana", "dominicana"),
        ],
        surnames: "Guamán|Guaman, Zambrano, Cedeño|Cedeno, Morales, Paredes, Salazar, Cárdenas|Cardenas, Aguilar, \
            Villanueva, Espinoza|Espinosa, Loor, Macías|Macias, Benavides, Cabrera, Ortega, Portillo, Guevara, \
            Alvarenga, Menjívar|Menjivar, Núñez|Nunez, Peña|Pena, de la Cruz|Delacruz, del Rosario|Delrosario, \
            Chávez|Chavez, Mejía|Mejia, Bermúdez|Bermudez, Arias, Vélez|Velez, Hurtado, Quiroga, Restrepo, \
            Ospina, Zúñiga|Zuniga, Tapia",
        women: "María|Maria, Elena, Carmen, Juana, Lucía|Lucia, Gabriela, Yolanda|Jolanda, Marisol, \
            Verónica|Veronica, Xiomara|Siomara, Daniela, Paola, Esperanza, Luz",
        men: "José|Jose, Luis, Alberto, Andrés|Andres, Wilson, Édgar|Edgar, Jhon|John, Darwin, Ramón|Ramon, \
            Héctor|Hector, Iván|Ivan, Fabián|Fabian, Byron|Bayron, Nelson",
        second_given: 60,
        doubled: true,
        syllables: false,
        weight: 12,
    },
    Tradition {
        countries: &[("CN", "Cina", "cinese")],
        surnames: "Zheng, Hu, Xu, Zhu, Chen, Jin, Ye, Xia, Pan, Wu, Wang, Zhang, Huang, Zhou, Dong, Jiang, Shao, \
            Weng, Xiang, Cai, Liao, Ouyang, Lü|Lu|Lv, Qiu, Ruan, Mei",
        women: "Xiao, Mei, Yu, Jing, Xue, Hong, Shu, Lan, Li, Qiao, Fang, Ying, Ping",
        men: "Jian, Hai, Guo, Zhi, Wen, Yong, Zhong, Jun, Wei, Feng, Bin, Long, Ming",
        second_given: 0,
        doubled: false,
        syllables: true,
        weight: 8,
    },
];
