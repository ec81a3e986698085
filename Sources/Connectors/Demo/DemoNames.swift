/// What the people of the demo company are called and where they work.
enum DemoNames {
    struct Office: Sendable {
        let city, country, timeZone: String
        /// As HR systems write them, in all the ways that the agent understands.
        let languages: [String]
    }

    static let offices: [Office] = [
        Office(city: "Göteborg", country: "SE", timeZone: "Europe/Stockholm", languages: ["sv-SE", "sv", "en"]),
        Office(city: "München", country: "DE", timeZone: "Europe/Berlin", languages: ["de_DE", "German", "Deutsch"]),
        Office(city: "Lyon", country: "FR", timeZone: "Europe/Paris", languages: ["fr-FR", "français", "FR"]),
        Office(city: "Kraków", country: "PL", timeZone: "Europe/Warsaw", languages: ["pl", "polski", "en-GB"]),
        Office(city: "Porto", country: "PT", timeZone: "Europe/Lisbon", languages: ["pt-PT", "Portuguese"]),
        Office(city: "Boston", country: "US", timeZone: "America/New_York", languages: ["en-US", "EN", "English"]),
    ]

    static let first = [
        "Ada", "Agnieszka", "Åsa", "Aisha", "Alejandro", "Amélie", "Anaïs", "André", "Anna", "Björn", "Carmen", "Chloé", "Daniel", "David", "Dilara",
        "Élodie", "Emil", "Emma", "Erik", "Fatima", "Félix", "Filip", "François", "Freja", "Gabriel", "Grace", "Hana", "Helena", "Henrik", "Hugo",
        "Inês", "Ingrid", "Isabel", "Ivan", "Jakub", "James", "Jana", "João", "José", "Jürgen", "Kai", "Katarzyna", "Khalid", "Klára", "Lars", "Laura",
        "Léa", "Liam", "Lucía", "Łukasz", "Magdalena", "Maja", "Mårten", "Maria", "Matteo", "Mei", "Miguel", "Mira", "Mohamed", "Nadia", "Niamh",
        "Nikola", "Noah", "Noémie", "Olga", "Oscar", "Øyvind", "Paula", "Pedro", "Petra", "Priya", "Rafael", "René", "Rosa", "Ruth", "Samuel", "Sara",
        "Siobhán", "Sofia", "Søren", "Stefan", "Tariq", "Teresa", "Thomas", "Tiago", "Ulrike", "Vera", "Viktor", "William", "Yasmin", "Yuki", "Zoë", "Žan",
    ]

    static let last = [
        "Abdullah", "Åkesson", "Almeida", "Andersson", "Bakker", "Bauer", "Becker", "Bergström", "Bianchi", "Björk", "Brown", "Carvalho", "Černý", "Chen",
        "Costa", "Da Silva", "Díaz", "Dubois", "Dvořák", "Eriksson", "Fernández", "Ferreira", "Fischer", "Fournier", "Garcia", "Girard", "González",
        "Groß", "Hansen", "Hernández", "Hoffmann", "Horvat", "Ibrahim", "Ivanova", "Jansen", "Johansson", "Jones", "Kaczmarek", "Kaya", "Keller",
        "Kowalski", "Krüger", "Kumar", "Larsson", "Lefèvre", "Lindqvist", "López", "Lundström", "Martin", "Martínez", "McCarthy", "Meyer", "Moreau",
        "Müller", "Murphy", "Nagy", "Nguyen", "Nielsen", "Nilsson", "Nowak", "Novák", "O'Brien", "O'Connor", "Öberg", "Oliveira", "Ørsted", "Papadakis",
        "Patel", "Pereira", "Persson", "Petrović", "Popescu", "Ramírez", "Ribeiro", "Richter", "Rossi", "Roux", "Sánchez", "Santos", "Schäfer", "Schmidt",
        "Schröder", "Singh", "Smith", "Sørensen", "Sousa", "Suzuki", "Svensson", "Tanaka", "Tóth", "Van den Berg", "Vázquez", "Vogel", "Wagner", "Weiß",
        "Wilson", "Wiśniewski", "Wójcik", "Yılmaz", "Żak", "Zimmermann",
    ]

    /// Prime, and so without a divisor in common with the number of pairs: neighbours in the company get names far apart.
    static let stride = 4_703

    /// A name as it stands in an address.
    static func plain(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.flatMap { letters[$0].map { Array($0.unicodeScalars) } ?? ($0.isASCII ? [$0] : []) }))
    }

    private static let letters: [Unicode.Scalar: String] = [
        " ": "", "'": "", "å": "a", "ä": "ae", "á": "a", "à": "a", "ã": "a", "â": "a", "ą": "a", "ç": "c", "č": "c", "ć": "c", "é": "e", "è": "e",
        "ë": "e", "ê": "e", "ě": "e", "ę": "e", "í": "i", "ï": "i", "ı": "i", "ł": "l", "ñ": "n", "ń": "n", "ó": "o", "ö": "oe", "ø": "o", "õ": "o",
        "ř": "r", "š": "s", "ś": "s", "ß": "ss", "ú": "u", "ü": "ue", "ý": "y", "ź": "z", "ż": "z", "ž": "z",
    ]
}
