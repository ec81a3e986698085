import Provisioning

/// The company on any day, as a pure function of the day.
///
/// It is a fixed tree of seats; each seat has one holder after another, whose dates, name and habits follow from the seat and a number by hashing.
/// So no day has to be played before another can be asked for, and the company keeps its size for ever.
enum DemoCompany {
    /// The company's first day; earlier days look like it.
    static let firstDay = Day(year: 2024, month: 1, day: 1) ?? Day(number: 0)
    /// How long a leaver is still delivered, and how long before the first day a starter is.
    private static let afterglow = 30, notice = 21

    static func people(on day: Day) -> [Employee] {
        let today = max(day, firstDay)
        let seats = DemoSeat.all
        let holders = seats.map { DemoHolder.delivered(for: $0, from: today.adding(days: -afterglow), to: today.adding(days: notice)) }
        // Who sits there today; an empty seat is looked after by the one above it.
        let sitting = holders.map { $0.last { $0.start <= today && today <= $0.end } }
        func manager(of holder: DemoHolder) -> DemoHolder? {
            var seat = holder.hasMoved(by: today) ? holder.newLead : holder.seat.parent
            while let index = seat {
                if let boss = sitting[index] { return boss }
                seat = seats[index].parent
            }
            return nil
        }
        return holders.joined().map { employee($0, manager: manager(of: $0), today) }
    }

    private static func employee(_ holder: DemoHolder, manager: DemoHolder?, _ today: Day) -> Employee {
        let department = DemoSeat.departments[holder.hasMoved(by: today) ? DemoSeat.all[holder.newLead].department : holder.seat.department]
        let office = holder.office
        let hasLeft = today > holder.end
        var employee = Employee(id: holder.id)
        if let address = holder.address(on: today) { employee.add(address: address, .primary) }
        if let address = holder.personalAddress { employee.add(address: address, .personal) }
        for (path, text) in [
            ("first_name", holder.firstName), ("last_name", holder.lastName(on: today)), ("display_name", "\(holder.firstName) \(holder.lastName(on: today))"),
            ("title", holder.title(in: department)), ("department", department.name), ("division", department.division), ("company_name", "Staffetta Demo"),
            ("cost_center", department.costCenter), ("location", office.city), ("country", office.country), ("timezone", office.timeZone),
            ("employee_number", "D-\(holder.id)"), ("employment_type", holder.employmentType), ("employment_status", hasLeft ? "terminated" : "active"),
            ("employment_start_date", holder.start.description), ("preferred_language", holder.language),
            ("custom_fields.shirt_size", holder.shirtSize), ("custom_fields.cost_group", department.costGroup),
        ] { employee.set(path, text: text) }
        if let end = holder.announcedEnd(on: today) { employee.set("employment_end_date", text: end.description) }
        if let manager {
            employee.set("manager.id", text: manager.id)
            employee.set("manager.name", text: "\(manager.firstName) \(manager.lastName(on: today))")
            if let address = manager.address(on: today) { employee.set("manager.email", text: address) }
        }
        employee.fields["works_remote"] = .boolean(holder.worksRemote)
        employee.fields["custom_fields.on_leave"] = .boolean(!hasLeft && holder.isOnLeave(on: today))
        return employee
    }
}
