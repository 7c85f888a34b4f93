"""Checks the signature of an OPC package with nothing of Touchmark's: zipfile, hashlib, and OpenSSL
for the signature's arithmetic. Knows only what the test needs: one signature, ECDSA with SHA-256 on
P-256, SHA-256 digests, XML that is written in its canonical form."""

import base64
import hashlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile
from pathlib import Path

DSIG = "{http://www.w3.org/2000/09/xmldsig#}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/digital-signature}"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def digest(data):
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


def element(text, name):
    """The bytes of an element as they stand."""
    return re.search(f"<{name}[ >].*?</{name}>", text, re.DOTALL).group(0).encode()


def selected(data, ids):
    """The relationship transform: some relationships, sorted by id, in canonical form."""
    rows = []
    for one in tree.fromstring(data):
        if one.get("Id") in ids:
            rows.append((one.get("Id"), one.get("Target"), one.get("TargetMode", "Internal"), one.get("Type")))
    body = "".join(
        f'<Relationship Id="{i}" Target="{t}" TargetMode="{m}" Type="{y}"></Relationship>'
        for i, t, m, y in sorted(rows)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{body}</Relationships>'.encode()


def der(number):
    data = number.to_bytes(33, "big").lstrip(b"\0") or b"\0"
    data = b"\0" + data if data[0] & 0x80 else data
    return bytes([2, len(data)]) + data


def signature_holds(signed, value, certificate):
    half = len(value) // 2
    numbers = der(int.from_bytes(value[:half], "big")) + der(int.from_bytes(value[half:], "big"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "certificate").write_bytes(certificate)
        (folder / "signature").write_bytes(bytes([0x30, len(numbers)]) + numbers)
        (folder / "signed").write_bytes(signed)
        key = subprocess.run(
            ["openssl", "x509", "-inform", "DER", "-in", folder / "certificate", "-pubkey", "-noout"],
            check=True, capture_output=True).stdout
        (folder / "key").write_bytes(key)
        return subprocess.run(
            ["openssl", "dgst", "-sha256", "-verify", folder / "key", "-signature",
             folder / "signature", folder / "signed"], capture_output=True).returncode == 0


def main(path):
    package = zipfile.ZipFile(path)
    text = package.read("_xmlsignatures/sig1.xml").decode()
    root = tree.fromstring(text)
    info = root.find(DSIG + "SignedInfo")
    problems = []
    if not signature_holds(
        element(text, "SignedInfo"),
        base64.b64decode(root.findtext(DSIG + "SignatureValue")),
        base64.b64decode(root.find(f"{DSIG}KeyInfo/{DSIG}X509Data/{DSIG}X509Certificate").text),
    ):
        problems.append("the signature does not hold")
    if info.findtext(f"{DSIG}Reference/{DSIG}DigestValue") != digest(element(text, "Object")):
        problems.append("the object differs")
    parts = 0
    for reference in root.find(f"{DSIG}Object/{DSIG}Manifest"):
        name = reference.get("URI").split("?")[0]
        data = package.read(name[1:])
        ids = [one.get("SourceId") for one in reference.iter(PACKAGE + "RelationshipReference")]
        if digest(selected(data, ids) if ids else data) != reference.findtext(DSIG + "DigestValue"):
            problems.append(name + " differs")
        else:
            parts += 1
    print("\n".join(problems) if problems else "the signature holds")
    print(parts, "parts hold")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
