from urllib.parse import quote

import botocore.session
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.exceptions import BotoCoreError, ConnectTimeoutError, NoRegionError, ProfileNotFound, ReadTimeoutError
from botocore.httpsession import URLLib3Session

from mlew.errors import SetupError
from mlew.rehearsal.converse_errors import AccessDeniedException, ModelTimeoutException, ServiceUnavailableException

_SERVICE = "bedrock"
_CONNECTION = frozenset(
    ["connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding", "date", "server"]
)
TIME_LIMIT = 900  # seconds; no Lambda waits longer


class BedrockForward:
    """Converse calls signed with the operator's own profile. Credentials stay in this process."""

    def __init__(
        self, *, profile: str = "", region: str = "", endpoint: str = "", time_limit: int = TIME_LIMIT
    ) -> None:
        """ "" takes the usual chain. `endpoint`: "" = Bedrock's own, whatever the environment configures for others.

        Raises SetupError if there is no such profile, or no region.
        """
        try:
            self._session = botocore.session.Session(profile=profile or None)
            self._session.set_config_variable("ignore_configured_endpoint_urls", "true")
            client = self._session.create_client(
                "bedrock-runtime", region_name=region or None, endpoint_url=endpoint or None
            )
        except ProfileNotFound as error:
            raise SetupError.told("aws.says", hint="aws.profiles", error=error) from error
        except (NoRegionError, BotoCoreError) as error:
            raise SetupError.told("aws.bedrock", error=error) from error
        self._endpoint, self._region = client.meta.endpoint_url, client.meta.region_name
        self._http = URLLib3Session(timeout=time_limit, max_pool_connections=50)

    def send(self, model_id: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body as they came. Raises ConverseError if Bedrock cannot be asked at all."""
        url = f"{self._endpoint}/model/{quote(model_id, safe='')}/converse"
        request = AWSRequest("POST", url, headers={"Content-Type": "application/json"}, data=body)
        try:
            credentials = self._session.get_credentials()
            if credentials is None:
                raise AccessDeniedException("No AWS credentials were found for the model gateway.")
            SigV4Auth(credentials.get_frozen_credentials(), _SERVICE, self._region).add_auth(request)
            response = self._http.send(request.prepare())
        except (ReadTimeoutError, ConnectTimeoutError) as error:
            raise ModelTimeoutException(str(error)) from error
        except BotoCoreError as error:
            kind = ServiceUnavailableException if "onnect" in type(error).__name__ else AccessDeniedException
            raise kind(str(error)) from error
        headers = {n: v for n, v in response.headers.items() if n.lower() not in _CONNECTION}
        return response.status_code, headers, response.content
