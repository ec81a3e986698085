import Provisioning

/// A person of the demo company: the `number`th holder of a seat.
struct DemoHolder: Sendable {
    let seat: DemoSeat
    let number: Int
    /// First and last day at work.
    let start, end: Day
    /// From here on, days are counted that happen to the person.
    private let settled: Day

    /// Those holders of a seat whose time touches `from` to `to`.
    static func delivered(for seat: DemoSeat, from: Day, to: Day) -> [DemoHolder] {
        var holders: [DemoHolder] = []
        var holder = DemoHolder(firstOf: seat)
        while holder.start <= to {
            if holder.end >= from { holders.append(holder) }
            guard let next = holder.successor else { break }
            holder = next
        }
        return holders
    }

    /// Who was there on the company's first day, and had come some time before.
    private init(firstOf seat: DemoSeat) {
        self.seat = seat
        number = 0
        var chance = Chance(seat.index, 0, topic: 1)
        let first = DemoCompany.firstDay
        start = Self.workingDay(first.adding(days: -chance.next(30...4_000)))
        end = seat.isPermanent ? Day(number: .max) : first.adding(days: chance.next(1...Self.tenure(of: seat).upperBound))
        settled = first
    }

    private init(seat: DemoSeat, number: Int, start: Day, end: Day) {
        self.seat = seat
        self.number = number
        self.start = start
        self.end = end
        settled = start
    }

    /// A seat stays empty for some days or weeks.
    private var successor: DemoHolder? {
        if seat.isPermanent { return nil }
        var chance = Chance(seat.index, number + 1, topic: 1)
        let start = Self.workingDay(end.adding(days: chance.next(2...25)))
        return DemoHolder(seat: seat, number: number + 1, start: start, end: start.adding(days: chance.next(Self.tenure(of: seat))))
    }

    /// Days; a lively company, so that a demo has something to show.
    private static func tenure(of seat: DemoSeat) -> ClosedRange<Int> { seat.rank == .staff ? 180...620 : 900...2_500 }

    private static func workingDay(_ day: Day) -> Day {
        // 1970-01-01 was a Thursday.
        let weekday = ((Int(day.number) + 3) % 7 + 7) % 7
        return weekday < 5 ? day : day.adding(days: 7 - weekday)
    }

    // MARK: Who it is

    var id: String { String(1_001 + seat.index + number * DemoSeat.all.count) }

    /// Each seat has pairs of names of its own, which come again after a lifetime: nobody shares both names with somebody else of the time.
    private var namePlace: Int {
        let pairs = DemoNames.first.count * DemoNames.last.count
        let place = seat.index + number % (pairs / DemoSeat.all.count) * DemoSeat.all.count
        return place * DemoNames.stride % pairs
    }
    var firstName: String { DemoNames.first[namePlace % DemoNames.first.count] }
    private var bornLastName: String { DemoNames.last[namePlace / DemoNames.first.count] }

    func lastName(on today: Day) -> String { hasMarried(by: today) ? "\(bornLastName)-\(partnerName)" : bornLastName }

    private var partnerName: String { DemoNames.last[(namePlace / DemoNames.first.count + 1 + draw(0...90, topic: 2)) % DemoNames.last.count] }

    /// nil: has no address.
    func address(on today: Day) -> String? {
        if seat.isPermanent, seat.rank == .staff { return "reception@demo.example" }
        if seat.rank == .staff, draw(1...100, topic: 3) <= 4 { return nil }
        return "\(DemoNames.plain(firstName)).\(DemoNames.plain(lastName(on: today)))@demo.example"
    }

    var personalAddress: String? { draw(1...100, topic: 4) <= 20 ? "\(DemoNames.plain(bornLastName)).\(id)@mail.example" : nil }

    var office: DemoNames.Office { DemoNames.offices[draw(0...99, topic: 5) * DemoNames.offices.count / 100] }
    /// As HR systems have it: a tag in one of its spellings, or a name.
    var language: String { office.languages[draw(0...99, topic: 6) * office.languages.count / 100] }
    var employmentType: String { seat.rank > .staff ? "full_time" : ["full_time", "full_time", "full_time", "part_time", "contractor"][draw(0...4, topic: 7)] }
    var shirtSize: String { ["XS", "S", "M", "M", "L", "L", "XL"][draw(0...6, topic: 8)] }
    var worksRemote: Bool { draw(1...100, topic: 9) <= 30 }

    func title(in department: DemoSeat.Department) -> String {
        switch seat.rank {
        case .chief: "Chief Executive Officer"
        case .vicePresident: "Vice President \(department.division)"
        case .head: "Head of \(department.name)"
        case .lead: "Team Lead \(department.name)"
        case .staff: department.titles[draw(0...99, topic: 10) * department.titles.count / 100]
        }
    }

    // MARK: What happens

    private func draw(_ range: ClosedRange<Int>, topic: UInt64) -> Int {
        var chance = Chance(seat.index, number, topic: topic)
        return chance.next(range)
    }

    /// A day of this person's time at work, for `percent` of the people.
    private func event(_ topic: UInt64, percent: Int) -> Day? {
        if seat.isPermanent { return nil }
        var chance = Chance(seat.index, number, topic: topic)
        guard chance.next(1...100) <= percent else { return nil }
        let days = Int(end.number - settled.number)
        return days > 40 ? settled.adding(days: chance.next(20...days - 10)) : nil
    }

    /// To a team of another department.
    func hasMoved(by today: Day) -> Bool { seat.rank == .staff && event(11, percent: 40).map { $0 <= today } ?? false }
    var newLead: Int { DemoSeat.leads[draw(0...DemoSeat.leads.count - 1, topic: 12)] }

    private func hasMarried(by today: Day) -> Bool { event(13, percent: 20).map { $0 <= today } ?? false }

    func isOnLeave(on today: Day) -> Bool { event(14, percent: 25).map { $0 <= today && today <= $0.adding(days: 60) } ?? false }

    /// Most leavings are known a month ahead.
    func announcedEnd(on today: Day) -> Day? { !seat.isPermanent && today >= end.adding(days: -30) ? end : nil }
}

/// Numbers that look random and follow from what they are for (SplitMix64).
struct Chance {
    private var state: UInt64

    init(_ seat: Int, _ number: Int, topic: UInt64) {
        state = UInt64(seat) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03 ^ topic &* 0x8CB9_2BA7_2F3D_8DD7
    }

    mutating func next(_ range: ClosedRange<Int>) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return range.lowerBound + Int(mixed % UInt64(range.count))
    }
}
