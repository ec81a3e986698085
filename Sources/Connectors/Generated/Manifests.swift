// Made from Sources/Connectors/Manifests/ by `swift run generate`; do not edit.
extension BuiltIn {
    static let texts: [StaticString] = [
        apideck,
        bamboohr,
        deel,
        hibob,
        personio,
        rippling,
        scim,
    ]
}
