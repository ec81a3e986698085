/// A place in the company's tree, held by one person after another.
struct DemoSeat: Sendable {
    let index: Int
    /// nil: the top.
    let parent: Int?
    /// In `departments`.
    let department: Int
    let rank: Rank
    /// Two seats never change hands and share one address: a conflict that stays.
    let isPermanent: Bool

    enum Rank: Int, Sendable, Comparable {
        case staff, lead, head, vicePresident, chief
        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    struct Department: Sendable {
        let name, division, costCenter, costGroup: String
        /// Staff below the leads.
        let staff: Int
        let titles: [String]
    }

    static let departments: [Department] = [
        Department(name: "Executive Office", division: "Corporate", costCenter: "1000", costGroup: "G1", staff: 4, titles: ["Executive Assistant", "Receptionist"]),
        Department(name: "Finance", division: "Corporate", costCenter: "1100", costGroup: "G1", staff: 12, titles: ["Accountant", "Controller", "Payroll Specialist"]),
        Department(name: "People & Culture", division: "Corporate", costCenter: "1200", costGroup: "G1", staff: 9, titles: ["HR Business Partner", "Recruiter"]),
        Department(name: "Legal", division: "Corporate", costCenter: "1300", costGroup: "G1", staff: 5, titles: ["Legal Counsel", "Paralegal"]),
        Department(name: "Engineering", division: "Technology", costCenter: "2000", costGroup: "G2", staff: 34, titles: ["Software Engineer", "Senior Software Engineer", "Test Engineer"]),
        Department(name: "Product", division: "Technology", costCenter: "2100", costGroup: "G2", staff: 11, titles: ["Product Manager", "Product Designer"]),
        Department(name: "IT Services", division: "Technology", costCenter: "2200", costGroup: "G2", staff: 12, titles: ["System Administrator", "Support Technician"]),
        Department(name: "Sales", division: "Market", costCenter: "3000", costGroup: "G3", staff: 28, titles: ["Account Executive", "Sales Representative"]),
        Department(name: "Marketing", division: "Market", costCenter: "3100", costGroup: "G3", staff: 12, titles: ["Marketing Specialist", "Copywriter"]),
        Department(name: "Customer Service", division: "Market", costCenter: "3200", costGroup: "G3", staff: 20, titles: ["Customer Service Agent", "Customer Success Specialist"]),
        Department(name: "Production", division: "Operations", costCenter: "4000", costGroup: "G4", staff: 34, titles: ["Production Technician", "Machine Operator"]),
        Department(name: "Logistics", division: "Operations", costCenter: "4100", costGroup: "G4", staff: 18, titles: ["Warehouse Associate", "Transport Planner"]),
        Department(name: "Quality", division: "Operations", costCenter: "4200", costGroup: "G4", staff: 8, titles: ["Quality Inspector"]),
    ]

    /// Parents before children.
    static let all: [DemoSeat] = {
        var seats: [DemoSeat] = []
        func add(_ parent: Int?, _ department: Int, _ rank: Rank, isPermanent: Bool = false) -> Int {
            seats.append(DemoSeat(index: seats.count, parent: parent, department: department, rank: rank, isPermanent: isPermanent))
            return seats.count - 1
        }
        let chief = add(nil, 0, .chief, isPermanent: true)
        var vicePresidents: [String: Int] = [:]
        for (index, department) in departments.enumerated() {
            let vicePresident = vicePresidents[department.division] ?? add(chief, index, .vicePresident)
            vicePresidents[department.division] = vicePresident
            let head = add(vicePresident, index, .head)
            // Small departments work for their head, larger ones in teams of about seven.
            let teams = department.staff < 10 ? 0 : (department.staff + 6) / 7
            let leads = (0..<teams).map { _ in add(head, index, .lead) }
            for number in 0..<department.staff {
                _ = add(leads.isEmpty ? head : leads[number % leads.count], index, .staff, isPermanent: index == 0 && number < 2)
            }
        }
        return seats
    }()

    /// Where people can move to.
    static let leads = all.filter { $0.rank == .lead }.map(\.index)
}
