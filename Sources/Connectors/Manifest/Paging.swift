import JSON

/// How a list goes on, and how it ends.
struct Paging: Sendable {
    enum Kind: Sendable {
        /// Everything in one answer.
        case none
        /// The answer gives a cursor for the next request; `parameter`: it is inside a URL, under this name; `more`: false at the end, whatever the cursor.
        case cursor(next: Path, parameter: String?, more: Path?)
        /// The answer gives the next request's whole URL.
        case link(next: Path)
        /// The same, in the header `Link` (RFC 8288).
        case linkHeader
        /// The number of records before the page, from `first`; `cursor`: where a server answers with a cursor instead.
        case offset(first: Int, end: End, cursor: Path?)
        /// `next`: null at the end; `pages`: how many there are.
        case page(first: Int, end: End, next: Path?, pages: Path?)
        /// What comes after the last record, by the member that the list is sorted by; `first`: below them all.
        case after(last: Path, first: Int)
    }

    /// When a list without cursor is over.
    enum End: String, Sendable, CaseIterable {
        /// The promised total is reached, or a page is empty.
        case total
        /// A page has fewer records than asked for. Only where the vendor promises the page size: a server that gives fewer would seem to be at its end.
        case short
        /// A page is empty.
        case empty
    }

    private enum Word: String, CaseIterable { case none, cursor, link, linkHeader, offset, page, after }

    var kind: Kind
    /// How many records a page may have: `{page.size}`. The setting, where a service sets it, goes first.
    var size: Int?
    var sizeSetting: String?
    /// Where the answer promises how many records there are in all (R-SAFE-4).
    var total: Path?
    /// The same, in a header.
    var totalHeader: String?

    static let none = Paging(kind: .none)

    private init(kind: Kind) { self.kind = kind }

    /// The placeholder without which every request would be that of the first page.
    var placeholder: String? {
        switch kind {
        case .cursor, .after: "page.cursor"
        case .offset: "page.offset"
        case .page: "page.number"
        case .none, .link, .linkHeader: nil
        }
    }

    init(_ draft: Draft) {
        let members = draft.members(["kind", "next", "parameter", "more", "first", "end", "cursor", "pages", "size", "sizeSetting", "total", "totalHeader", "last"], required: ["kind"])
        total = members["total"].map(Path.init)
        totalHeader = members.text("totalHeader")
        size = members["size"].map(\.count)
        sizeSetting = members.text("sizeSetting")
        let next = members["next"].map(Path.init)
        let end = members["end"]?.word(End.total) ?? (total == nil && totalHeader == nil ? .empty : .total)
        let word = members["kind"]?.word(Word.none) ?? .none
        kind = .none
        switch word {
        case .none: break
        case .cursor: kind = .cursor(next: next ?? Path(""), parameter: members.text("parameter"), more: members["more"].map(Path.init))
        case .link: kind = .link(next: next ?? Path(""))
        case .linkHeader: kind = .linkHeader
        case .offset: kind = .offset(first: members["first"]?.count ?? 0, end: end, cursor: members["cursor"].map(Path.init))
        case .page: kind = .page(first: members["first"]?.count ?? 1, end: end, next: next, pages: members["pages"].map(Path.init))
        case .after: kind = .after(last: members["last"].map(Path.init) ?? Path(""), first: members["first"]?.count ?? 0)
        }
        if word == .after, members["last"] == nil { draft.note("“last” is missing: the member of the last record that the next request begins after.") }
        if next == nil, word == .cursor || word == .link { draft.note("“next” is missing: where the answer says how to go on.") }
        if end == .short, size == nil, word == .offset || (word == .page && next == nil && members["pages"] == nil) {
            draft.note("“size” is missing: a page with fewer records is the last one.")
        }
        if end == .total, total == nil, totalHeader == nil, members["end"] != nil { draft.note("“total” is missing: where the answer says how many there are.") }
    }
}
