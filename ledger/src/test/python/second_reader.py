#!/usr/bin/env python3
"""Verifies an exported chain, or a receipt, from docs/format.md alone.

    second_reader.py chain EXPORT
    second_reader.py receipt RECEIPT POLICY

Python's standard library, and the program `openssl` for signatures; none of Touchmark's code.
Prints what it found, one line; exit 0. Otherwise prints the place and what is wrong there; exit 1.

The rules of the state are not its job. Of them it checks who signed: every certificate that a
payload names was enrolled before, or by that very statement, for the resource that it signs as.
"""

import base64
import binascii
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

LONGEST_RECORD = 17 * 1024 * 1024
LONGEST_RECEIPT = 1024 * 1024
LONGEST_POLICY = 2 * 1024 * 1024
PAYLOAD_TYPE = b"application/vnd.touchmark.transaction+json"
GENESIS, BLOCK, END = 1, 2, 5
ZEROS = bytes(32)


class Wrong(Exception):
    """What is wrong, its place in front."""


def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def tagged(name, *parts):
    return sha256(name.encode("ascii") + b"\0", *parts)


# CRC32C, Castagnoli's polynomial, bits reflected [RFC 3720, B.4]
CRC_TABLE = []
for _byte in range(256):
    for _ in range(8):
        _byte = (_byte >> 1) ^ (0x82F63B78 if _byte & 1 else 0)
    CRC_TABLE.append(_byte)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = (crc >> 8) ^ CRC_TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


class Frame:
    """Big-endian numbers and runs of bytes, to the end."""

    def __init__(self, place, data):
        self.place, self.data, self.at = place, data, 0

    def run(self, length):
        if length < 0 or length > len(self.data) - self.at:
            raise Wrong(f"{self.place}, byte {self.at}: {length} bytes are expected, "
                        f"{len(self.data) - self.at} are left")
        self.at += length
        return self.data[self.at - length:self.at]

    def number(self, width, least=0, most=None):
        value = int.from_bytes(self.run(width), "big")
        if value < least or (most is not None and value > most):
            raise Wrong(f"{self.place}, byte {self.at - width}: {least} to {most} is expected, "
                        f"{value} is found")
        return value

    def end(self):
        if self.at != len(self.data):
            raise Wrong(f"{self.place}, byte {self.at}: the end is expected, "
                        f"{len(self.data) - self.at} more bytes are found")


def strict_json(place, data):
    def once(pairs):
        keys = [key for key, _ in pairs]
        if len(set(keys)) != len(keys):
            raise Wrong(f"{place}: a key stands there twice")
        return dict(pairs)

    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=once)
    except (UnicodeDecodeError, ValueError, RecursionError) as e:
        raise Wrong(f"{place}: no JSON: {e}") from None
    if not isinstance(value, dict):
        raise Wrong(f"{place}: one object is expected")
    return value


def unbase64(place, text):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError, TypeError):
        raise Wrong(f"{place}: no Base64") from None
    if base64.b64encode(data).decode("ascii") != text:
        raise Wrong(f"{place}: no Base64 in its one form")
    return data


class Openssl:
    """Keys and signatures, by the program."""

    def __init__(self, folder):
        self.folder = folder
        self.keys = {}

    def file(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as out:
            out.write(data)
        return path

    @staticmethod
    def call(*arguments):
        done = subprocess.run(["openssl", *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        return done.returncode, done.stdout

    def public_key(self, der):
        """Of a certificate, as a PEM file, and its kind."""
        name = sha256(der).hex()
        if name not in self.keys:
            certificate = self.file("certificate.der", der)
            code, pem = self.call("x509", "-inform", "DER", "-in", certificate, "-noout", "-pubkey")
            if code != 0:
                raise Wrong(f"certificate {name}: openssl cannot read it")
            path = self.file(name + ".pem", pem)
            text = self.call("pkey", "-pubin", "-in", path, "-noout", "-text")[1].decode("latin-1")
            self.keys[name] = (path, "ed25519" if "ED25519" in text.upper() else "digest")
        return self.keys[name]

    def verifies(self, key, message, signature):
        path, kind = key
        message = self.file("message", message)
        signature = self.file("signature", signature)
        if kind == "digest":
            return self.call("dgst", "-sha256", "-verify", path, "-signature", signature,
                             message)[0] == 0
        return self.call("pkeyutl", "-verify", "-pubin", "-inkey", path, "-rawin", "-in", message,
                         "-sigfile", signature)[0] == 0

    def issued(self, der, authority):
        """Whether the authority's key signed the certificate, whatever the time is now."""
        return self.call("verify", "-no_check_time", "-partial_chain", "-trusted",
                         self.pem(authority), self.pem(der))[0] == 0

    def pem(self, der):
        text = base64.encodebytes(der)
        return self.file(sha256(der).hex() + ".crt", b"-----BEGIN CERTIFICATE-----\n" + text
                         + b"-----END CERTIFICATE-----\n")


class Tree:
    """The right edge of a growing Merkle tree [RFC 9162 2.1]."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def append(self, leaf):
        node, size = sha256(b"\0", leaf), self.size
        while size & 1:
            node, size = sha256(b"\1", self.peaks.pop(), node), size >> 1
        self.peaks.append(node)
        self.size += 1

    def root(self):
        if not self.peaks:
            return sha256()
        node = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            node = sha256(b"\1", peak, node)
        return node


def read_envelope(place, data):
    frame = Frame(place, data)
    frame.number(1, 1, 1)
    payload = frame.run(frame.number(4, 1, 65536))
    signatures = [frame.run(frame.number(2, 1, 4096)) for _ in range(frame.number(1, 1, 32))]
    frame.end()
    return payload, signatures


class Chain:
    def __init__(self, openssl):
        self.openssl = openssl
        self.network = None
        self.sealers = {}
        self.certificates = {}  # hash -> (DER, the resources that it may sign as)
        self.changes = []  # of validators, until the height at which they count
        self.transactions = set()
        self.tree = Tree()
        self.height = -1
        self.hash = ZEROS
        self.time = None

    def genesis(self, place, data):
        self.network = tagged("touchmark/genesis/1", data)
        text = strict_json(place, data)
        for validator in text["validators"]:
            self.sealers[validator["organization"]] = unbase64(place,
                                                               validator["sealingCertificate"])

    def block(self, place, data):
        height = self.height + 1
        place = f"block {height}, {place}"
        self.change_validators(height)
        frame = Frame(place, data)
        header = frame.run(frame.number(2))
        head = Frame(place + ", header", header)
        head.number(1, 1, 1)
        network = head.run(32)
        stated = head.number(8)
        previous = head.run(32)
        timestamp = head.number(8, 0, 2 ** 63 - 1)
        size = head.number(8)
        root = head.run(32)
        head.number(4)
        validator = head.run(head.number(1, 1, 64)).decode("latin-1")
        head.end()
        if network != self.network:
            raise Wrong(f"{place}: it is a block of another network")
        if stated != height:
            raise Wrong(f"{place}: height {height} is expected, {stated} is found")
        if previous != self.hash:
            raise Wrong(f"{place}: it does not name the block before it")
        if self.time is not None and timestamp <= self.time:
            raise Wrong(f"{place}: it is not later than the block before it")
        for index in range(frame.number(4, 0, 10000)):
            leaf = frame.run(frame.number(4))
            self.transaction(f"{place}, transaction {index}", leaf)
            self.tree.append(leaf)
        seal = frame.run(frame.number(2, 1, 4096))
        frame.end()
        if size != self.tree.size or root != self.tree.root():
            raise Wrong(f"{place}: the tree's size or root is another")
        if validator not in self.sealers:
            raise Wrong(f"{place}: {validator} is no validator")
        key = self.openssl.public_key(self.sealers[validator])
        if not self.openssl.verifies(key, b"touchmark/seal/1\0" + header, seal):
            raise Wrong(f"{place}: the seal does not match")
        self.height, self.time = height, timestamp
        self.hash = tagged("touchmark/block/1", header)

    def transaction(self, place, leaf):
        payload, signatures = read_envelope(place, leaf)
        text = strict_json(place, payload)
        tx_id = tagged("touchmark/transaction/1", payload)
        if tx_id in self.transactions:
            raise Wrong(f"{place}: it stands in the chain already")
        self.transactions.add(tx_id)
        if text["network"] != self.network.hex():
            raise Wrong(f"{place}: it belongs to another network")
        statement = text["statement"]
        if statement["type"] == "EnrolOrganization":
            self.enrol_organization(place, statement)
        signers = text["signers"]
        if len(signers) != len(signatures):
            raise Wrong(f"{place}: {len(signers)} signers, {len(signatures)} signatures")
        signed = b" ".join([b"DSSEv1", str(len(PAYLOAD_TYPE)).encode(), PAYLOAD_TYPE,
                            str(len(payload)).encode(), payload])
        for signer, signature in zip(signers, signatures):
            known = self.certificates.get(signer["certificate"])
            if known is None:
                raise Wrong(f"{place}: nobody enrolled the certificate of {signer['resource']}")
            if signer["resource"] not in known[1]:
                raise Wrong(f"{place}: the certificate is not one of {signer['resource']}")
            if not self.openssl.verifies(self.openssl.public_key(known[0]), signed, signature):
                raise Wrong(f"{place}: the signature for {signer['resource']} does not match")
        self.remember(place, statement)

    def enrol_organization(self, place, statement):
        organization = statement["organization"]["orgOrPersId"]
        authority = unbase64(place, statement["authorityCertificate"])
        self.know(authority, organization)
        sealer = self.sealers.get(organization)
        if sealer is not None and not self.openssl.issued(sealer, authority):
            raise Wrong(f"{place}: the validator's sealing certificate is not issued by its "
                        "authority")

    def remember(self, place, statement):
        """What a statement changes of who signs, from the next transaction on."""
        if statement["type"] == "EnrolPerson":
            self.know_person(place, statement["person"], statement["belongsTo"],
                             unbase64(place, statement["signingCertificate"]))
        elif statement["type"] == "RotateCertificate":
            person, employer = statement["subject"], statement["organization"]
            if person != employer:
                for name, (_, resources) in list(self.certificates.items()):
                    if resources == {person, employer}:
                        del self.certificates[name]
                self.know_person(place, person, employer,
                                 unbase64(place, statement["certificate"]))
        elif statement["type"] == "RevokeCertificate":
            self.certificates.pop(statement["certificate"], None)
        elif statement["type"] == "ChangeValidators":
            self.changes.append((place, statement))

    def know_person(self, place, person, employer, der):
        authorities = [known for known, resources in self.certificates.values()
                       if resources == {employer}]
        if not any(self.openssl.issued(der, authority) for authority in authorities):
            raise Wrong(f"{place}: the certificate of {person} is not issued by {employer}")
        self.know(der, person, employer)

    def change_validators(self, height):
        for place, change in list(self.changes):
            if height >= change["activationHeight"]:
                if change["change"] == "REMOVE":
                    self.sealers.pop(change["organization"], None)
                else:
                    self.sealers[change["organization"]] = unbase64(place,
                                                                    change["sealingCertificate"])
                self.changes.remove((place, change))

    def know(self, der, *resources):
        self.certificates[sha256(der).hex()] = (der, set(resources))


def records(path):
    """Type, content and place of each record of an exported chain."""
    with open(path, "rb") as file:
        start = file.read(16)
        if len(start) < 16 or start[:8] != b"TMCHAIN1":
            raise Wrong("bytes 0 to 16: this is no exported chain")
        if int.from_bytes(start[12:], "big") != crc32c(start[:12]):
            raise Wrong("bytes 0 to 16: the checksum is another")
        if start[8:12] != bytes(4):
            raise Wrong("bytes 0 to 16: an exported chain has the number 0")
        at = 16
        while True:
            framing = file.read(13)
            if not framing:
                return
            place = f"bytes {at} to {at + len(framing)}"
            if len(framing) < 13:
                raise Wrong(f"{place}: the file ends inside a record")
            if int.from_bytes(framing[5:9], "big") != crc32c(framing[:5]):
                raise Wrong(f"{place}: the checksum of a record's start is another")
            length = int.from_bytes(framing[1:5], "big")
            if length > LONGEST_RECORD:
                raise Wrong(f"{place}: a record of {length} bytes")
            content = file.read(length)
            place = f"bytes {at} to {at + 13 + length}"
            if len(content) < length:
                raise Wrong(f"{place}: the file ends inside a record")
            if int.from_bytes(framing[9:13], "big") != crc32c(content):
                raise Wrong(f"{place}: the checksum of a record's content is another")
            yield framing[0], content, place
            at += 13 + length


def check_chain(path, openssl):
    chain, ended = Chain(openssl), False
    for kind, content, place in records(path):
        if ended:
            raise Wrong(f"{place}: nothing is expected behind the end")
        if (kind == GENESIS) != (chain.network is None):
            raise Wrong(f"{place}: the genesis stands first, and once")
        if kind == GENESIS:
            chain.genesis(place, content)
        elif kind == BLOCK:
            chain.block(place, content)
        elif kind == END:
            if content != (chain.height + 1).to_bytes(8, "big") + chain.hash:
                raise Wrong(f"{place}: the end states another number of blocks or newest block")
            ended = True
        else:
            raise Wrong(f"{place}: a record of type {kind}")
    if not ended:
        raise Wrong("the end: the chain was cut short")
    return (f"chain {chain.network.hex()}: {chain.height + 1} blocks, {chain.tree.size} "
            f"transactions, head {chain.hash.hex()}, root {chain.tree.root().hex()}")


# Receipts


def inclusion_root(index, size, leaf, path):
    """[RFC 9162 2.1.3.2]"""
    node, last, value = index, size - 1, sha256(b"\0", leaf)
    for sibling in path:
        if last == 0:
            return None
        if node & 1 or node == last:
            value = sha256(b"\1", sibling, value)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            value = sha256(b"\1", value, sibling)
        node, last = node >> 1, last >> 1
    return value if last == 0 else None


def vkey(place, text):
    parts = text.split("+", 2)
    if len(parts) != 3:
        raise Wrong(f"{place}: NAME+ID+KEY is expected")
    typed = unbase64(place, parts[2])
    if sha256(parts[0].encode() + b"\n" + typed)[:4].hex() != parts[1]:
        raise Wrong(f"{place}: the key's id is another")
    return parts[0], bytes.fromhex(parts[1]), typed[0], typed[1:]


def read_policy(path):
    logs, witnesses, groups, quorum = [], {}, [], None
    with open(path, "rb") as file:
        text = file.read(LONGEST_POLICY + 1).decode("latin-1")
    for number, line in enumerate(text.split("\n"), 1):
        place, words = f"policy, line {number}", re.split("[ \t]+", line.strip(" \t"))
        if words[0] == "log":
            logs.append(vkey(place, words[1]))
        elif words[0] == "witness":
            witnesses[words[1]] = vkey(place, words[2])
        elif words[0] == "group":
            members = words[3:]
            needed = {"all": len(members), "any": 1}.get(words[2]) or int(words[2])
            groups.append((words[1], needed, members))
        elif words[0] == "quorum":
            quorum = words[1]
        elif words[0] and not words[0].startswith("#"):
            raise Wrong(f"{place}: {words[0]}")
    if quorum is None:
        raise Wrong("policy: no quorum")
    return logs, witnesses, groups, quorum


def signature_holds(openssl, key, blob, checkpoint):
    """True, False, or None where this openssl does not know the algorithm."""
    name, _, kind, raw = key
    text = checkpoint["text"].encode()
    if kind == 1:
        message, signature = text, blob
    elif kind == 4:
        time, signature = int.from_bytes(blob[:8], "big"), blob[8:]
        message = f"cosignature/v1\ntime {time}\n".encode() + text
    elif kind == 6:
        origin, signature = checkpoint["origin"].encode(), blob[8:]
        message = (b"subtree/v1\n\0" + bytes([len(name.encode())]) + name.encode() + blob[:8]
                   + bytes([len(origin)]) + origin + bytes(8)
                   + checkpoint["size"].to_bytes(8, "big") + checkpoint["root"])
    else:
        return False
    # SubjectPublicKeyInfo: an algorithm's identifier, and the raw key as a bit string
    start = "302a300506032b6570032100" if kind != 6 \
        else "30820532300b06096086480165030403110382052100"
    path = openssl.file("raw.der", bytes.fromhex(start) + raw)
    code, pem = openssl.call("pkey", "-pubin", "-inform", "DER", "-in", path)
    if code != 0:
        return None
    return openssl.verifies((openssl.file("raw.pem", pem), "raw"), message, signature)


def check_receipt(path, policy_path, openssl):
    with open(path, "rb") as file:
        text = file.read(LONGEST_RECEIPT + 1).decode("utf-8")
    proof, empty, note = text.partition("\n\n")
    lines = proof.split("\n")
    if not empty or lines[0] != "c2sp.org/tlog-proof@v1" or not lines[1].startswith("extra ") \
            or not re.fullmatch("index (0|[1-9][0-9]*)", lines[2]):
        raise Wrong("receipt: the first lines are not those of a receipt")
    leaf = unbase64("receipt, line 2", lines[1][6:])
    path_hashes = [unbase64(f"receipt, line {i + 4}", line) for i, line in enumerate(lines[3:])]
    body, empty, signed = note.rpartition("\n\n")
    body += "\n"
    if not empty or len(body.split("\n")) != 4:
        raise Wrong("receipt: a checkpoint of three lines is expected")
    origin, size, root = body.split("\n")[:3]
    checkpoint = {"text": body, "origin": origin, "size": int(size),
                  "root": unbase64("receipt, root", root)}
    payload, _ = read_envelope("receipt, envelope", leaf)
    transaction = strict_json("receipt, payload", payload)
    if origin != "touchmark.invalid/" + transaction["network"]:
        raise Wrong("receipt: the transaction belongs to another log")
    if inclusion_root(int(lines[2][6:]), checkpoint["size"], leaf, path_hashes) \
            != checkpoint["root"]:
        raise Wrong("receipt: the transaction is not in the tree")

    signatures = []
    for line in signed.split("\n")[:-1]:
        dash, name, blob = line.split(" ")
        blob = unbase64("receipt, signature", blob)
        signatures.append((name, blob[:4], blob[4:]))
    logs, witnesses, groups, quorum = read_policy(policy_path)
    unknown = []

    def vouches(key):
        vouched = False
        for name, key_id, blob in signatures:
            if (name, key_id) == key[:2]:
                holds = signature_holds(openssl, key, blob, checkpoint)
                if holds is False:
                    raise Wrong(f"receipt: a signature of {name} does not match")
                if holds is None:
                    unknown.append(name)
                vouched = True
        return vouched

    if not any([key[0] == origin and vouches(key) for key in logs]):
        raise Wrong("receipt: no log of the policy signed it")
    enough = {name: vouches(key) for name, key in witnesses.items()}
    for name, needed, members in groups:
        enough[name] = sum(enough[member] for member in members) >= needed
    if quorum != "none" and not enough[quorum]:
        raise Wrong("receipt: not enough witnesses")
    said = f", {len(unknown)} signatures not checked: this openssl lacks ML-DSA" if unknown else ""
    return (f"receipt: transaction {tagged('touchmark/transaction/1', payload).hex()} is number "
            f"{lines[2][6:]} of {size} in {origin}{said}")


def main(arguments):
    with tempfile.TemporaryDirectory() as folder:
        openssl = Openssl(folder)
        try:
            if len(arguments) == 2 and arguments[0] == "chain":
                print(check_chain(arguments[1], openssl))
            elif len(arguments) == 3 and arguments[0] == "receipt":
                print(check_receipt(arguments[1], arguments[2], openssl))
            else:
                print(__doc__)
                return 64
            return 0
        except Wrong as wrong:
            print(wrong)
        except (KeyError, IndexError, TypeError, ValueError) as wrong:
            print(f"the form: something is not what it must be: {wrong!r}")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
