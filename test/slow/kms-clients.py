"""Signs with Google's and Microsoft's own clients and verifies what they get: the servers of our tests answer as they expect."""

import hashlib
import sys

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import load_pem_public_key

DATA = b"what is signed"
DIGEST = hashlib.sha256(DATA).digest()


def google(url, version):
    from google.cloud import kms
    from google.oauth2.credentials import Credentials

    client = kms.KeyManagementServiceClient(
        credentials=Credentials(token="an-access-token"), transport="rest", client_options={"api_endpoint": url}
    )
    import google_crc32c

    public_key = client.get_public_key(request={"name": version})
    assert google_crc32c.value(public_key.pem.encode()) == public_key.pem_crc32c
    signed = client.asymmetric_sign(
        request={"name": version, "digest": {"sha256": DIGEST}, "digest_crc32c": google_crc32c.value(DIGEST)}
    )
    assert signed.verified_digest_crc32c and signed.name == version
    assert google_crc32c.value(signed.signature) == signed.signature_crc32c
    load_pem_public_key(public_key.pem.encode()).verify(signed.signature, DATA, ec.ECDSA(hashes.SHA256()))
    key = version.split("/cryptoKeyVersions/")[0]
    aad = b"context"
    encrypted = client.encrypt(
        request={
            "name": key,
            "plaintext": DATA,
            "plaintext_crc32c": google_crc32c.value(DATA),
            "additional_authenticated_data": aad,
            "additional_authenticated_data_crc32c": google_crc32c.value(aad),
        }
    )
    assert encrypted.verified_plaintext_crc32c and encrypted.verified_additional_authenticated_data_crc32c
    assert google_crc32c.value(encrypted.ciphertext) == encrypted.ciphertext_crc32c
    decrypted = client.decrypt(
        request={
            "name": key,
            "ciphertext": encrypted.ciphertext,
            "ciphertext_crc32c": google_crc32c.value(encrypted.ciphertext),
            "additional_authenticated_data": aad,
            "additional_authenticated_data_crc32c": google_crc32c.value(aad),
        }
    )
    assert decrypted.plaintext == DATA
    return public_key.pem


def google_token(file):
    import json

    from google.auth import identity_pool
    from google.auth.transport.requests import Request
    from google.oauth2 import service_account

    scopes = ["https://www.googleapis.com/auth/cloudkms"]
    with open(file) as opened:
        info = json.load(opened)
    kind = service_account if info["type"] == "service_account" else identity_pool
    credentials = (
        kind.Credentials.from_service_account_info(info, scopes=scopes)
        if kind is service_account
        else kind.Credentials.from_info(info, scopes=scopes)
    )
    credentials.refresh(Request())
    return credentials.token


def azure(url):
    from azure.core.credentials import AccessToken
    from azure.keyvault.keys import KeyClient
    from azure.keyvault.keys._shared import challenge_auth_policy
    from azure.keyvault.keys.crypto import CryptographyClient, SignatureAlgorithm

    # The client sends no token without TLS; this server is on this machine.
    challenge_auth_policy._enforce_tls = lambda request: None

    class Given:
        def get_token(self, *scopes, **_):
            assert scopes == ("https://vault.azure.net/.default",), scopes
            return AccessToken("an-access-token", 4102444800)

    options = {"api_version": "7.4", "verify_challenge_resource": False}
    key = KeyClient(url, Given(), **options).get_key("certify")
    jwk = key.key
    numbers = ec.EllipticCurvePublicNumbers(int.from_bytes(jwk.x, "big"), int.from_bytes(jwk.y, "big"), ec.SECP256R1())
    assert jwk.crv == "P-256" and key.properties.enabled
    signed = CryptographyClient(key, Given(), **options).sign(SignatureAlgorithm.es256, DIGEST)
    r, s = (int.from_bytes(half, "big") for half in (signed.signature[:32], signed.signature[32:]))
    numbers.public_key().verify(utils.encode_dss_signature(r, s), DATA, ec.ECDSA(hashes.SHA256()))
    return key.id


print({"google": google, "google-token": google_token, "azure": azure}[sys.argv[1]](*sys.argv[2:]))
