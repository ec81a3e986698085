/// Every connector that a manifest describes, a file each in this folder.
extension Vendor {
    static let all: [Vendor] = [
        apideck, bamboohr, breathehr, charliehr, deel, factorial, finch, gusto, hibob, kombo, merge, odoo, odoo18, personio, rippling, sageHR, scim, successfactors,
        tryton, trytonLongTerm, workday,
    ]
}
