// Made from Sources/Connectors/Manifests/ by `swift run generate`; do not edit.
extension BuiltIn {
    static let texts: [StaticString] = [
        apideck,
        bamboohr,
        deel,
        factorial,
        finch,
        hibob,
        kombo,
        merge,
        personio,
        rippling,
        sageHr,
        scim,
        successfactors,
        workday,
    ]
}
