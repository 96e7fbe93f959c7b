module handler

go 1.24

require (
	github.com/aws/aws-lambda-go v1.55.1
{% if token %}
	github.com/aws/aws-sdk-go-v2 v1.48.0
	github.com/aws/aws-sdk-go-v2/config v1.33.18
	github.com/aws/aws-sdk-go-v2/feature/rds/auth v1.7.12
{% elif not extension %}
	github.com/aws/aws-sdk-go-v2 v1.48.0
	github.com/aws/aws-sdk-go-v2/config v1.33.18
	github.com/aws/aws-sdk-go-v2/service/secretsmanager v1.50.12
{% endif %}
	{{ "github.com/go-sql-driver/mysql v1.10.1" if mysql else "github.com/lib/pq v1.12.3" }}
)
