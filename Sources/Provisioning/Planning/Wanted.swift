/// A wanted employee in as few bytes as the whole picture needs of it, for there may be a million of them. The rest is unpacked and compared again
/// when its row is made.
struct Wanted {
    /// In the spool.
    let place: Int32
    /// Why the row is a conflict (R-PLAN-6, R-PLAN-7).
    var refusal: Row.Reason?
    /// Matched by address: to be linked (R-PLAN-2).
    let isLink: Bool
    /// It had no user when the plan was made.
    let isNew: Bool
    /// false: the HRIS says that the person is not (R-LIFE-1).
    let isActive: Bool
    /// Of its user; -1: none yet.
    var number: Int

    /// What a sync creates.
    var isCreate: Bool { isNew && refusal == nil }
}

/// Whom the employees name in one `user` attribute (R-MAP-8).
struct WantedReferences {
    struct Edge {
        /// Among the wanted.
        let person: Int32
        /// The place in the spool of the one who is named; of somebody who was not read, less than 0.
        let target: Int32
    }

    /// In the order of the wanted, and for each as the HRIS names them.
    private(set) var edges: [Edge] = []
    private var strangers: [String] = []
    private var strangerPlaces: [String: Int] = [:]

    mutating func add(_ person: Int, _ id: String, in snapshot: Snapshot) {
        edges.append(Edge(person: Int32(person), target: snapshot.place(ofID: id).map { Int32($0) } ?? ~Int32(stranger(id))))
    }

    private mutating func stranger(_ id: String) -> Int {
        if let place = strangerPlaces[id] { return place }
        strangerPlaces[id] = strangers.count
        strangers.append(id)
        return strangers.count - 1
    }

    /// The employee id that the edge names.
    func id(_ edge: Edge, in snapshot: Snapshot) -> String {
        edge.target < 0 ? strangers[Int(~edge.target)] : snapshot.id(Int(edge.target))
    }
}
