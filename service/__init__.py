"""The skill as a web service, for those who don't use AWS Lambda: `make serve`. How to expose it is in docs/service.md."""

from service.oscrypto_mend import mend

mend()  # before any module here imports Amazon's verifier
