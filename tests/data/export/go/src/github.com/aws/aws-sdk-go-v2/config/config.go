// Package config stands in for AWS's: Debian's is older than AWS_ENDPOINT_URL_SECRETS_MANAGER.
package config

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
)

// LoadDefaultConfig reads the environment, as Lambda sets it.
func LoadDefaultConfig(context.Context) (aws.Config, error) {
	key, secret := os.Getenv("AWS_ACCESS_KEY_ID"), os.Getenv("AWS_SECRET_ACCESS_KEY")
	endpoint := func(string, string, ...any) (aws.Endpoint, error) {
		return aws.Endpoint{URL: os.Getenv("AWS_ENDPOINT_URL_SECRETS_MANAGER")}, nil
	}
	return aws.Config{
		Region:                      os.Getenv("AWS_REGION"),
		Credentials:                 credentials.NewStaticCredentialsProvider(key, secret, os.Getenv("AWS_SESSION_TOKEN")),
		EndpointResolverWithOptions: aws.EndpointResolverWithOptionsFunc(endpoint),
	}, nil
}
