//! Files that prove something, and files that are made to harm. Attacks on uploads have no number of their own in the list:
//! they are named after what they are.

use super::*;

const LIMITS: Limits = Limits {
    bytes: 200_000,
    pixels: 1_000_000,
};

fn examined(name: &str, bytes: &[u8]) -> Result<(Format, usize), BadProof> {
    let upload = Upload {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    };
    examine(&upload, LIMITS)
}

/// A PDF with this in its first object.
fn pdf(inside: &str) -> Vec<u8> {
    let mut text = format!("%PDF-1.7\n1 0 obj\n<< /Type /Catalog {inside} >>\nendobj\n");
    let at = text.len();
    text.push_str(&format!(
        "xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"
    ));
    text.into_bytes()
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length[..], name, content, &[0; 4]].concat()
}

/// A PNG that claims this size, with a chunk of its own.
fn png(width: u32, height: u32, extra: &[u8]) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [
        PNG,
        &chunk(b"IHDR", &head),
        extra,
        &chunk(b"IDAT", b"\x78\x9c\x63\x00"),
        &chunk(b"IEND", b""),
    ]
    .concat()
}

/// A JPEG that claims this size, with a comment.
fn jpeg(width: u16, height: u16, comment: &[u8]) -> Vec<u8> {
    let length = |content: usize| u16::try_from(content + 2).unwrap().to_be_bytes();
    let frame = [
        &[8][..],
        &height.to_be_bytes(),
        &width.to_be_bytes(),
        &[1, 1, 0x11, 0],
    ]
    .concat();
    [
        b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".as_slice(),
        b"\xff\xfe",
        &length(comment.len()),
        comment,
        b"\xff\xc0",
        &length(frame.len()),
        &frame,
        b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00",
        b"\x12\xff\x00\x34\xff\xd0\x56",
        b"\xff\xd9",
    ]
    .concat()
}

#[test]
fn honest_files_are_known_by_their_content() {
    for (name, bytes, format) in [
        ("rib.pdf", pdf(""), Format::Pdf),
        (
            "RIB ancien.PDF",
            pdf("/OpenAction [1 0 R /FitH null]"),
            Format::Pdf,
        ),
        ("photo.jpg", jpeg(800, 600, b"Appareil"), Format::Jpeg),
        ("photo.JPEG", jpeg(1, 1, b""), Format::Jpeg),
        (
            "scan.png",
            png(800, 600, &chunk(b"tEXt", b"Comment\0RIB")),
            Format::Png,
        ),
        ("image", png(1, 1, b""), Format::Png),
        ("acte de naissance n° 12.pdf", pdf(""), Format::Pdf),
    ] {
        let kept = if format == Format::Pdf {
            bytes.len() - 1
        } else {
            bytes.len()
        };
        assert_eq!(examined(name, &bytes), Ok((format, kept)), "{name}");
    }
}

#[test]
fn what_a_camera_adds_behind_its_picture_is_left_out() {
    for picture in [jpeg(800, 600, b""), png(800, 600, b"")] {
        let name = if picture.starts_with(PNG) {
            "a.png"
        } else {
            "a.jpg"
        };
        for behind in [&b"\0\0\0\0"[..], b"SEFHd\0\0\0", &jpeg(160, 120, b"")] {
            let sent = [&picture[..], behind].concat();
            assert_eq!(examined(name, &sent).unwrap().1, picture.len());
        }
    }
}

#[test]
fn attack_polyglot_a_file_is_not_two_things() {
    let zip = b"PK\x03\x04\x14\0\0\0";
    for (name, bytes) in [
        ("a.jpg", jpeg(8, 8, b"%PDF-1.7 1 0 obj")),
        ("b.jpg", [jpeg(8, 8, b""), pdf("")].concat()),
        ("c.jpg", [jpeg(8, 8, b""), zip.to_vec()].concat()),
        ("d.png", [png(8, 8, b""), pdf("")].concat()),
        (
            "e.png",
            png(8, 8, &chunk(b"tEXt", b"x\0<script>alert(1)</script>")),
        ),
        ("f.png", png(8, 8, &chunk(b"tEXt", b"x\0<HTML><body>"))),
        ("g.jpg", jpeg(8, 8, b"<?php system($_GET['c']); ?>")),
        ("h.jpg", jpeg(8, 8, b"<!DOCTYPE html>")),
        ("i.png", png(8, 8, &chunk(b"iTXt", b"<svg onload=alert(1)>"))),
        ("j.pdf", [pdf(""), zip.to_vec()].concat()),
        ("k.pdf", [pdf(""), b"<html>".to_vec()].concat()),
        ("l.pdf", [pdf(""), b"MZ\x90\0".to_vec()].concat()),
        ("m.pdf", pdf("% <script>alert(1)</script>\n")),
    ] {
        assert_eq!(examined(name, &bytes), Err(BadProof::Hidden), "{name}");
    }
}

#[test]
fn attack_active_pdf_nothing_that_runs_or_is_carried_along_comes_in() {
    for inside in [
        "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
        "/OpenAction << /S /J#61vaScript /JS (app.alert(1)) >>",
        "/OpenAction << /S /#4A#61#76aScript >>",
        "/AA << /O << /S /Launch /F (cmd.exe) >> >>",
        "/Names << /EmbeddedFiles 2 0 R >>",
        "/Type /EmbeddedFile",
        "/Subtype /RichMedia",
        "/S /javascript",
    ] {
        assert_eq!(examined("a.pdf", &pdf(inside)), Err(BadProof::Hidden), "{inside}");
    }
    assert_eq!(
        examined("a.pdf", &pdf("/Encrypt 5 0 R")),
        Err(BadProof::Encrypted)
    );
}

#[test]
fn attack_pixel_flood_a_picture_is_judged_by_its_head_before_anything_unpacks_it() {
    for (name, bytes) in [
        ("a.png", png(30_000, 30_000, b"")),
        ("b.png", png(u32::MAX >> 1, u32::MAX >> 1, b"")),
        ("c.png", png(1_000_001, 1, b"")),
        ("d.jpg", jpeg(65_535, 65_535, b"")),
        ("e.jpg", jpeg(1001, 1000, b"")),
    ] {
        assert_eq!(examined(name, &bytes), Err(BadProof::Pixels), "{name}");
    }
    assert!(
        examined("f.png", &png(1000, 1000, b"")).is_ok(),
        "the honest twin"
    );
    for (name, bytes) in [("g.png", png(0, 10, b"")), ("h.jpg", jpeg(10, 0, b""))] {
        assert_eq!(examined(name, &bytes), Err(BadProof::Broken), "{name}");
    }
}

#[test]
fn attack_bomb_a_file_costs_what_it_weighs() {
    let large = [pdf("").as_slice(), &vec![b' '; LIMITS.bytes]].concat();
    assert_eq!(examined("a.pdf", &large), Err(BadProof::TooLarge));
    // A PDF that claims to unpack to gigabytes is never unpacked here.
    let bomb = pdf("/Filter [/FlateDecode /FlateDecode /FlateDecode] /Length 9999999999");
    assert_eq!(examined("b.pdf", &bomb).map(|found| found.0), Ok(Format::Pdf));
    for zip in [
        &b"PK\x03\x04"[..],
        b"\x1f\x8b\x08",
        b"7z\xbc\xaf\x27\x1c",
        b"BZh9",
        b"Rar!\x1a\x07",
    ] {
        assert_eq!(examined("c.pdf", zip), Err(BadProof::Format));
    }
}

#[test]
fn attack_path_and_disguise_a_name_leads_nowhere_and_says_what_it_is() {
    for name in [
        "../../etc/passwd.pdf",
        "..\\..\\windows\\rib.pdf",
        "/etc/cron.d/rib.pdf",
        "C:\\rib.pdf",
        "rib.pdf:stream.pdf",
        "a/b.pdf",
        "rib..pdf",
        "rib\0.pdf",
        "rib.pdf\r\nX: y.pdf",
        "rib.exe",
        "rib.pdf.exe",
        "rib.html",
        "rib.jpg",
        "rib.svg",
        "rib.",
    ] {
        assert_eq!(examined(name, &pdf("")), Err(BadProof::Name), "{name:?}");
    }
    assert_eq!(examined("rib.pdf", &png(8, 8, b"")), Err(BadProof::Name));
}

#[test]
fn attack_cut_short_half_a_file_is_no_proof_and_breaks_nothing() {
    for (name, whole) in [
        ("a.pdf", pdf("")),
        ("a.png", png(8, 8, &chunk(b"tEXt", b"x"))),
        ("a.jpg", jpeg(8, 8, b"comment")),
    ] {
        // The line break behind the end of a PDF is no part of it.
        let end = if name == "a.pdf" {
            whole.len() - 1
        } else {
            whole.len()
        };
        for cut in 1..end {
            assert!(examined(name, &whole[..cut]).is_err(), "{name} of {cut} bytes");
        }
        for at in 0..whole.len() {
            // Whatever a byte becomes, the answer is an answer.
            for byte in [0, 0xff, b'#'] {
                let mut odd = whole.clone();
                odd[at] = byte;
                let _ = examined(name, &odd);
            }
        }
    }
    assert_eq!(examined("a.pdf", b""), Err(BadProof::Empty));
    for other in [
        &b"<html></html>"[..],
        b"GIF89a",
        b"RIFF\0\0\0\0WEBP",
        b"#!/bin/sh",
        b"MZ",
        b" %PDF-1.7",
        b"%PD",
    ] {
        assert_eq!(examined("a.pdf", other), Err(BadProof::Format));
    }
    let nowhere = b"%PDF-1.7\nstartxref\n99999999\n%%EOF".as_slice();
    assert_eq!(examined("a.pdf", nowhere), Err(BadProof::Broken));
}

#[test]
fn every_refusal_of_a_file_has_words() {
    let settings = crate::kernel::config::Settings::shipped().unwrap();
    let words =
        crate::kernel::words::Words::load(settings.city.time_zone, |lang| settings.names(lang)).unwrap();
    assert!(BadProof::ALL.iter().all(|bad| words.has(bad.key())));
}
