# Stands in for AWS's gem, which Debian does not have: the AWS CLI signs.
module Aws
  class CredentialProviderChain
    def resolve = :environment
  end

  module RDS
    class AuthTokenGenerator
      def initialize(credentials:) = credentials

      def auth_token(region:, endpoint:, user_name:)
        host, port = endpoint.split(":")
        command = [ENV.fetch("RPW_TEST_AWS"), "rds", "generate-db-auth-token", "--region", region,
                   "--hostname", host, "--port", port, "--username", user_name]
        IO.popen(command, &:read).chomp
      end
    end
  end
end
