# Stands in for AWS's gem, which Debian does not have: the AWS CLI asks.
module Aws
  module SecretsManager
    class Client
      Secret = Struct.new(:secret_string)

      def get_secret_value(secret_id:)
        command = [ENV.fetch("RPW_TEST_AWS"), "secretsmanager", "get-secret-value", "--secret-id", secret_id,
                   "--query", "SecretString", "--output", "text"]
        Secret.new(IO.popen(command, &:read).chomp)
      end
    end
  end
end
