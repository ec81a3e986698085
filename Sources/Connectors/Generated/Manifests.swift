// Made from Sources/Connectors/Manifests/ by `swift run generate`; do not edit.
extension BuiltIn {
    static let texts: [StaticString] = [
        apideck,
        bamboohr,
        breathehr,
        charliehr,
        deel,
        factorial,
        finch,
        gusto,
        hibob,
        kombo,
        merge,
        odoo18,
        odoo,
        personio,
        rippling,
        sageHr,
        scim,
        successfactors,
        tryton,
        workday,
    ]
}
