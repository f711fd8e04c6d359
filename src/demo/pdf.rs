//! One page of text as a PDF: just enough of the format for a payslip that any reader opens.
//! Fonts are two of the fourteen that every reader brings, so that nothing is embedded.

/// A page: a title, then rows of a label and, at the right margin, a value.
pub struct Sheet {
    /// Shown above the rows and as the document's title.
    pub title: String,
    /// Label and value; an empty value leaves the right side free.
    pub rows: Vec<(String, String)>,
}

/// A4 in points.
const WIDTH: u32 = 595;
const HEIGHT: u32 = 842;
const MARGIN: u32 = 64;
const LEADING: u32 = 20;
/// Values are set in Courier, whose every character is 600/1000 wide: that is what lets them end at one margin.
const VALUE_SIZE: u32 = 11;

/// The bytes of the file.
pub fn write(sheet: &Sheet) -> Vec<u8> {
    let content = content(sheet);
    let title = text(&sheet.title);
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 6 0 R \
         /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>"
    );
    let mut stream = format!("<< /Length {} >>\nstream\n", content.len()).into_bytes();
    stream.extend(content);
    stream.extend(b"\nendstream");
    let mut title_object = b"<< /Title ".to_vec();
    title_object.extend(title);
    title_object.extend(b" >>");
    assemble(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        font("Helvetica"),
        font("Courier"),
        stream,
        title_object,
    ])
}

fn font(name: &str) -> Vec<u8> {
    format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>").into_bytes()
}

/// Objects are numbered from 1 in their order; the first is the catalogue, the last the document's title.
fn assemble(objects: &[Vec<u8>]) -> Vec<u8> {
    // The second line tells transports that the file is binary.
    let mut file = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n", index + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let trailer = format!(
        "trailer\n<< /Size {} /Root 1 0 R /Info {} 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1,
        objects.len()
    );
    file.extend(table.bytes());
    file.extend(trailer.bytes());
    file
}

fn content(sheet: &Sheet) -> Vec<u8> {
    let mut out = Vec::new();
    let mut y = HEIGHT - MARGIN;
    show(&mut out, "F1", 18, (MARGIN, y), &sheet.title);
    y -= 2 * LEADING;
    for (label, value) in &sheet.rows {
        show(&mut out, "F1", 11, (MARGIN, y), label);
        if !value.is_empty() {
            let width = value.chars().count() as u32 * VALUE_SIZE * 600 / 1000;
            show(
                &mut out,
                "F2",
                VALUE_SIZE,
                ((WIDTH - MARGIN).saturating_sub(width), y),
                value,
            );
        }
        y = y.saturating_sub(LEADING);
    }
    out
}

fn show(out: &mut Vec<u8>, font: &str, size: u32, (x, y): (u32, u32), words: &str) {
    out.extend(format!("BT /{font} {size} Tf {x} {y} Td ").bytes());
    out.extend(text(words));
    out.extend(b" Tj ET\n");
}

/// A PDF string in WinAnsi: Latin-1, with the few typographic signs that French needs.
fn text(words: &str) -> Vec<u8> {
    let mut out = vec![b'('];
    for sign in words.chars() {
        let byte = match sign {
            '\u{20ac}' => 0x80,
            '\u{2019}' => 0x92,
            '\u{2013}' => 0x96,
            '\u{0153}' => 0x9c,
            '\u{202f}' => 0xa0,
            _ => u8::try_from(u32::from(sign)).unwrap_or(b'?'),
        };
        if matches!(byte, b'(' | b')' | b'\\') {
            out.push(b'\\');
        }
        out.push(if byte < b' ' { b' ' } else { byte });
    }
    out.push(b')');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        write(&Sheet {
            title: "Bulletin (octobre) \\ été".into(),
            rows: vec![
                ("Net à payer".into(), "1 834,20 €".into()),
                ("Lœuillet".into(), String::new()),
            ],
        })
    }

    fn find(file: &[u8], what: &[u8]) -> usize {
        file.windows(what.len())
            .position(|window| window == what)
            .unwrap()
    }

    #[test]
    fn every_offset_of_the_table_points_at_its_object() {
        let file = sample();
        let tail = String::from_utf8_lossy(&file[file.len() - 60..]).into_owned();
        let start: usize = tail
            .split("startxref\n")
            .nth(1)
            .unwrap()
            .lines()
            .next()
            .unwrap()
            .parse()
            .unwrap();
        assert!(file[start..].starts_with(b"xref\n0 8\n"));
        let table = std::str::from_utf8(&file[start..]).unwrap();
        for (number, row) in table.lines().skip(3).take(7).enumerate() {
            let offset: usize = row[..10].parse().unwrap();
            let head = format!("{} 0 obj\n", number + 1);
            assert!(
                file[offset..].starts_with(head.as_bytes()),
                "object {} at {offset}",
                number + 1
            );
        }
    }

    #[test]
    fn the_stream_is_as_long_as_it_says() {
        let file = sample();
        let at = find(&file, b"/Length ") + 8;
        let digits: String = file[at..]
            .iter()
            .map(|byte| *byte as char)
            .take_while(char::is_ascii_digit)
            .collect();
        let from = find(&file, b"stream\n") + 7;
        assert_eq!(
            find(&file, b"\nendstream") - from,
            digits.parse::<usize>().unwrap()
        );
    }

    #[test]
    fn accents_are_kept_and_brackets_escaped() {
        assert_eq!(text("(é\\€)\n"), b"(\\(\xe9\\\\\x80\\) )");
    }
}
