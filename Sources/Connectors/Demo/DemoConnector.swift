import Provisioning

/// An embedded company that lives with the clock: every working day somebody joins, moves or leaves.
struct DemoConnector: Connector {
    let time: any TimeSource

    static let definition = Definition(
        id: "demo", name: "Demo company",
        forms: [Form(kind: .none, title: "Demo company", help: "About 250 invented people. Nothing to fill in, and no network.", fields: [])],
        limitations: ["The people are invented, and two of them share an address for ever, to show a conflict.", "Leavers are delivered as terminated for 30 days, then no more."]
    ) { setup, _ throws(ConnectorError) in DemoConnector(time: setup.time) }

    /// The company's day is the one of UTC.
    private var people: [Employee] { DemoCompany.people(on: AccountTimeZone.utc.day(at: time.now)) }

    func prove() async throws(ConnectorError) {}

    func snapshot() async throws(ConnectorError) -> any SnapshotReader { PageList(people, pageSize: 100) }

    func employee(id: String) async throws(ConnectorError) -> Employee? { people.first { $0.id.map { Text.sameBytes($0, id) } ?? false } }

    func labels() async throws(ConnectorError) -> [String: String] {
        ["custom_fields.shirt_size": "Shirt size", "custom_fields.cost_group": "Cost group", "custom_fields.on_leave": "On leave"]
    }
}
