/// What the browser shows when an HRIS has sent it back.
enum RedirectPage {
    static func text(status: String, title: String, message: String) -> String {
        let body = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Staffetta</title>
            <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}</style></head>
            <body><h1>\(escaped(title))</h1><p>\(escaped(message))</p></body></html>

            """
        return """
            HTTP/1.1 \(status)\r
            Content-Type: text/html; charset=utf-8\r
            Content-Length: \(body.utf8.count)\r
            Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r
            Referrer-Policy: no-referrer\r
            Cache-Control: no-store\r
            Connection: close\r
            \r
            \(body)
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
