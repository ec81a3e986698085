/// One page of people as the faults let it be seen. Every vendor pages through this, each in its own words.
struct Listing: Sendable {
    /// By their places in the company.
    let places: [Int]
    /// What the list says it has in all.
    let total: Int
    /// Where the next page begins; nil: this is the last one.
    let next: Int?
    let start: Int

    /// How a client asks for the next page.
    enum Paging {
        /// It follows what the page names.
        case cursor
        /// It counts itself.
        case offset
    }

    /// - Parameter matching: places of everybody the list is about, in order.
    /// - Parameter tellsCount: without a count nobody could see that people are missing, so `countNotReached` loses none.
    init(_ matching: some RandomAccessCollection<Int>, start: Int, limit: Int, paging: Paging, tellsCount: Bool = true, _ scene: Scene) {
        func place(_ index: Int) -> Int { matching[matching.index(matching.startIndex, offsetBy: index)] }
        let count = matching.count
        // A loop of a list with offsets: whatever is asked for, the first page comes.
        let start = scene.has(.cursorLoop) && paging == .offset ? 0 : min(max(0, start), count)
        let first = scene.has(.shiftedPage) && start > 0 ? start - 1 : start
        let end = min(first + limit, count)
        var places = (first..<max(first, end)).map(place)
        var next: Int? = start + limit < count ? start + limit : nil
        var total = count
        if scene.has(.repeatedPeople), let again = start > 0 ? place(start - 1) : places.last {
            places.insert(again, at: 0)
        }
        if scene.has(.cursorLoop) { next = start }
        if scene.has(.countNotReached), tellsCount {
            if start > 0, paging == .offset { places = [] } else { places = places.dropLast() }
            next = nil
        }
        if scene.has(.emptyPage) { (places, next) = ([], start) }
        if scene.has(.emptyList) { (places, next, total) = ([], nil, 0) }
        if let lie = scene.fault(.lyingTotal) { total = Int(lie.number(or: Double(places.count))) }
        (self.places, self.total, self.next, self.start) = (places, total, next, start)
    }

    func people(_ scene: Scene) -> [Person] { places.map(scene.company.person(at:)) }
}
