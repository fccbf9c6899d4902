#!/usr/bin/python3
"""A real SMTP server on this machine, which keeps what it takes as files and behaves as told.

smtp_server.py FOLDER [--certificate FILE --key FILE] [--user NAME --password WORD]

Writes its port into FOLDER/port once it listens, and each mail into FOLDER/N.eml. What happens to a
mail says its recipient's address: refuse@ is refused for good, later@ the first time it is asked
for, drop@ has its connection closed before the mail is acknowledged, though it was kept.
"""

import argparse
import asyncio
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.asked = set()
        self.kept = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refuse@"):
            return "550 5.1.1 No such user here"
        if address.startswith("later@") and address not in self.asked:
            self.asked.add(address)
            return "450 4.7.1 Greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.kept += 1
        (self.folder / f"{self.kept:04}.eml").write_bytes(envelope.original_content)
        with open(self.folder / "recipients", "a", encoding="utf-8") as out:
            out.write(" ".join(envelope.rcpt_tos) + "\n")
        if any(address.startswith("drop@") for address in envelope.rcpt_tos):
            server.transport.abort()
            return ""
        return "250 Kept"


async def serve(options):
    folder = pathlib.Path(options.folder)
    handler = Handler(folder)
    tls = None
    if options.certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(options.certificate, options.key)

    def authenticate(server, session, envelope, mechanism, data):
        is_known = (
            data.login.decode() == options.user and data.password.decode() == options.password
        )
        # Not handled: the server answers that the sign-in failed.
        return AuthResult(success=is_known, handled=False)

    def make_server():
        return SMTP(
            handler,
            hostname="localhost",
            enable_SMTPUTF8=True,
            tls_context=tls,
            authenticator=authenticate if options.user else None,
            auth_required=bool(options.user),
            auth_require_tls=False,
        )

    server = await asyncio.get_running_loop().create_server(make_server, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    draft = folder / "port.draft"
    draft.write_text(str(port), encoding="ascii")
    draft.rename(folder / "port")
    await server.serve_forever()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--user")
    parser.add_argument("--password")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
