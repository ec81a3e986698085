/// JavaScript and TypeScript for errors: a class per kind.
struct TypeScriptErrors {
    let specification: Specification

    func code() -> String {
        var lines = ["import { StaffettaError } from \"../errors.js\";", ""]
        for error in specification.errors { lines += [doc(of: error), "export class \(Self.name(of: error)) extends StaffettaError {}", ""] }
        lines += [TypeScript.doc(["The class of each kind."]), "export const errorClasses = {"]
        for error in specification.errors { lines.append("  \(error.kind): \(Self.name(of: error)),") }
        return (lines + ["};"]).joined(separator: "\n") + "\n"
    }

    func declarations() -> String {
        var lines = ["import { StaffettaError } from \"../errors.js\";", ""]
        lines += [TypeScript.doc(["The stable names of errors (`data.kind`). Newer agents may know more."]), "export type ErrorKind = " + specification.errors.map { "\"\($0.kind)\"" }.joined(separator: " | ") + ";", ""]
        for error in specification.errors {
            lines += [doc(of: error), "export class \(Self.name(of: error)) extends StaffettaError {", "  readonly kind: \"\(error.kind)\";"]
            if !error.data.isEmpty {
                lines.append("  readonly data: { kind: string; [name: string]: any } & {")
                for member in error.data { lines += [TypeScript.doc([member.description], indent: 4), "    \(member.name)?: any;"] }
                lines.append("  };")
            }
            lines += ["}", ""]
        }
        lines += [TypeScript.doc(["The class of each kind."]), "export const errorClasses: { readonly [kind in ErrorKind]: typeof StaffettaError };"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func doc(of error: Specification.ErrorEntry) -> String { TypeScript.doc(["\(error.code).", error.meaning, error.action]) }

    /// `notFound` is `NotFoundError`, `parseError` is `ParseError`.
    private static func name(of error: Specification.ErrorEntry) -> String {
        SwiftName.capitalized(error.kind) + (error.kind.hasSuffix("Error") ? "" : "Error")
    }
}
