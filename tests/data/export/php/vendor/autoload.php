<?php
// Stands in for AWS's SDK, which Debian does not have: the AWS CLI signs and asks.
namespace {
    function aws(string ...$words): string
    {
        $command = implode(' ', array_map('escapeshellarg', [getenv('RPW_TEST_AWS'), ...$words]));
        return trim((string) shell_exec($command));
    }
}

namespace Aws\Credentials {
    final class CredentialProvider
    {
        public static function defaultProvider(): string
        {
            return 'environment';
        }
    }
}

namespace Aws\Rds {
    final class AuthTokenGenerator
    {
        public function __construct(string $credentials)
        {
        }

        public function createToken(string $endpoint, string $region, string $user): string
        {
            [$host, $port] = explode(':', $endpoint);
            return aws('rds', 'generate-db-auth-token', '--region', $region, '--hostname', $host, '--port', $port, '--username', $user);
        }
    }
}

namespace Aws\SecretsManager {
    final class SecretsManagerClient
    {
        public function __construct(array $settings)
        {
        }

        public function getSecretValue(array $request): array
        {
            return ['SecretString' => aws('secretsmanager', 'get-secret-value', '--secret-id', $request['SecretId'], '--query', 'SecretString', '--output', 'text')];
        }
    }
}
