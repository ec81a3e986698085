/// The shapes of a recognition, each once.
struct ShapeTable {
    private(set) var all: [Recognition.Shape]
    private var places: [Recognition.Shape: Int]
    private let sets: PathSets
    /// The same by the number of the paths' set, which spares nearly everybody the comparison of all paths.
    private var known: [Key: Int] = [:]

    private struct Key: Hashable {
        var paths: Int
        var having: [String]
        var participates: Bool
        var exclusion: Row.Reason?
    }

    init(_ shapes: [Recognition.Shape], _ sets: PathSets) {
        self.sets = sets
        all = shapes
        places = Dictionary(shapes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// nil: there are too many already, and the person is read each time.
    mutating func place(paths: Int, having: [String] = [], participates: Bool = false, exclusion: Row.Reason? = nil) -> Int? {
        let key = Key(paths: paths, having: having, participates: participates, exclusion: exclusion)
        if let place = known[key] { return place }
        let shape = Recognition.Shape(paths: sets.paths(of: paths), having: having, participates: participates, exclusion: exclusion)
        guard let place = place(of: shape) else { return nil }
        known[key] = place
        return place
    }

    private mutating func place(of shape: Recognition.Shape) -> Int? {
        if let known = places[shape] { return known }
        guard all.count <= Recognition.Entry.greatestShape else { return nil }
        places[shape] = all.count
        all.append(shape)
        return all.count - 1
    }
}
