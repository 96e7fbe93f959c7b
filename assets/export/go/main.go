// Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).
// Lambda's handler setting: bootstrap
package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
{% if password %}
	"encoding/json"
{% endif %}
{% if extension %}
	"errors"
{% endif %}
	"fmt"
{% if extension %}
	"net/http"
	"net/url"
{% endif %}
	"os"
{% if not mysql %}
	"strings"
{% endif %}
	"time"

	"github.com/aws/aws-lambda-go/lambda"
{% if not extension %}
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
{% endif %}
{% if token %}
	"github.com/aws/aws-sdk-go-v2/feature/rds/auth"
{% elif not extension %}
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
{% endif %}
{% if mysql %}
	"github.com/go-sql-driver/mysql"
{% else %}
	"github.com/lib/pq"
{% endif %}
)

var (
	host{{ "    " if database else "" }} = os.Getenv("{{ host }}")
	port{{ "    " if database else "" }} = os.Getenv("{{ port }}")
	user{{ "    " if database else "" }} = os.Getenv("{{ user }}")
{% if database %}
	database = os.Getenv("{{ database }}")
{% endif %}
)

{% if reader %}
// connector opens each new connection of a pool, to one host.
type connector struct {
	host{{ "  " if extension else "" }} string
	{{ "client http.Client" if extension else "aws  aws.Config" }}
}
{% else %}
// connector opens each new connection of the pool.
type connector struct{ {{ "client http.Client" if extension else "aws aws.Config" }} }
{% endif %}

{% if token %}
// password is a token, valid for 15 minutes and checked only at login: made for each new connection.
func (c *connector) password(ctx context.Context) (string, error) {
	return auth.BuildAuthToken(ctx, {{ "c." if reader else "" }}host+":"+port, c.aws.Region, user, c.aws.Credentials)
}
{% elif extension %}
// password is asked of the AWS Parameters and Secrets extension, which keeps it for a while.
func (c *connector) password(ctx context.Context) (string, error) {
	at := os.Getenv("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT")
	if at == "" {
		at = "2773"
	}
	from := "http://localhost:" + at + "/secretsmanager/get?secretId=" + url.QueryEscape(os.Getenv("{{ secret }}"))
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, from, nil)
	if err != nil {
		return "", err
	}
	ask.Header.Set("X-Aws-Parameters-Secrets-Token", os.Getenv("AWS_SESSION_TOKEN"))
	answer, err := c.client.Do(ask)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return "", errors.New("the extension could not read the secret: " + answer.Status)
	}
	var secret struct{ SecretString string }
	if err := json.NewDecoder(answer.Body).Decode(&secret); err != nil {
		return "", err
	}
	var login struct{ Password string }
	err = json.Unmarshal([]byte(secret.SecretString), &login)
	return login.Password, err
}
{% else %}
// password is read for each new connection, so that a rotated one is found.
func (c *connector) password(ctx context.Context) (string, error) {
	id := os.Getenv("{{ secret }}")
	secret, err := secretsmanager.NewFromConfig(c.aws).GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	var login struct{ Password string }
	err = json.Unmarshal([]byte(aws.ToString(secret.SecretString)), &login)
	return login.Password, err
}
{% endif %}

// Connect is what database/sql calls for each new connection.
func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	password, err := c.password(ctx)
	if err != nil {
		return nil, err
	}
{% if mysql %}
	login := mysql.NewConfig()
	login.Net, login.Addr = "tcp", {{ "c." if reader else "" }}host+":"+port
	login.User, login.Passwd = user, password
{% if database %}
	login.DBName = database
{% endif %}
	// The certificate and the host name are checked; "preferred" would fall back to no TLS.
	login.TLSConfig = "true"
{% if token %}
	// How a token travels, inside TLS.
	login.AllowCleartextPasswords = true
{% endif %}
	login.Timeout = 5 * time.Second
	login.ParseTime = true
	login.InterpolateParams = true // a prepared statement would pin the connection
	opened, err := mysql.NewConnector(login)
{% else %}
	quoted := strings.NewReplacer(`\`, `\\`, `'`, `\'`)
	login := fmt.Sprintf("host='%s' port='%s' user='%s' password='%s'{{ " dbname='%s'" if database else "" }} sslmode=verify-full connect_timeout=5",
		quoted.Replace({{ "c." if reader else "" }}host), port, quoted.Replace(user), quoted.Replace(password){{ ", quoted.Replace(database)" if database else "" }})
	opened, err := pq.NewConnector(login) // verify-full: the certificate and the host name are checked
{% endif %}
	if err != nil {
		return nil, err
	}
	return opened.Connect(ctx)
}

// Driver is asked for by database/sql alone.
func (c *connector) Driver() driver.Driver {
	return {{ "mysql.MySQLDriver{}" if mysql else "&pq.Driver{}" }}
}

{% if reader %}
// They outlive the invocation: the next one in this environment uses their connections again.
var writes, reads *sql.DB
{% else %}
// Outlives the invocation: the next one in this environment uses its connection again.
var pool *sql.DB
{% endif %}

type answer struct {
	StatusCode int    `json:"statusCode"`
	Body       string `json:"body"`
}

{% if reader %}
// alive finds out whether the pool's connection still works.
func alive(ctx context.Context, pool *sql.DB) error {
	// The proxy closes idle clients, and all of them after 24 hours: the pool then opens another.
	wait, cancel := context.WithTimeout(ctx, 2*time.Second)
	err := pool.PingContext(wait)
	cancel()
	if err != nil && ctx.Err() == nil {
		err = pool.PingContext(ctx)
	}
	return err
}

func handle(ctx context.Context) (answer, error) {
	for _, pool := range []*sql.DB{reads, writes} {
		if err := alive(ctx, pool); err != nil {
			return answer{}, err
		}
	}
	// Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or must
	// see what was just written, goes to the writer.
	var id, writer int64
	var now time.Time
	query := "SELECT {{ "CONNECTION_ID(), NOW()" if mysql else "pg_backend_pid(), now()" }}"
	if err := reads.QueryRowContext(ctx, query).Scan(&id, &now); err != nil {
		return answer{}, err
	}
	query = "SELECT {{ "CONNECTION_ID()" if mysql else "pg_backend_pid()" }}"
	if err := writes.QueryRowContext(ctx, query).Scan(&writer); err != nil {
		return answer{}, err
	}
	body := `{"connection_id":%d,"now":%q,"writer_connection_id":%d}`
	return answer{200, fmt.Sprintf(body, id, now.Format(time.RFC3339), writer)}, nil
}

func main() {
	reader := os.Getenv("{{ reader }}")
{% if extension %}
	client := http.Client{Timeout: 5 * time.Second}
	writes, reads = sql.OpenDB(&connector{host, client}), sql.OpenDB(&connector{reader, client})
{% else %}
	settings, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	writes, reads = sql.OpenDB(&connector{host, settings}), sql.OpenDB(&connector{reader, settings})
{% endif %}
	// One connection each: an invocation of this environment that runs at the same time waits for it.
	writes.SetMaxOpenConns(1)
	reads.SetMaxOpenConns(1)
	lambda.Start(handle)
}
{% else %}
func handle(ctx context.Context) (answer, error) {
	// The proxy closes idle clients, and all of them after 24 hours: the pool then opens another.
	wait, cancel := context.WithTimeout(ctx, 2*time.Second)
	err := pool.PingContext(wait)
	cancel()
	if err != nil && ctx.Err() == nil {
		err = pool.PingContext(ctx)
	}
	if err != nil {
		return answer{}, err
	}
	var id int64
	var now time.Time
	query := "SELECT {{ "CONNECTION_ID(), NOW()" if mysql else "pg_backend_pid(), now()" }}"
	if err := pool.QueryRowContext(ctx, query).Scan(&id, &now); err != nil {
		return answer{}, err
	}
	return answer{200, fmt.Sprintf(`{"connection_id":%d,"now":%q}`, id, now.Format(time.RFC3339))}, nil
}

func main() {
{% if extension %}
	pool = sql.OpenDB(&connector{http.Client{Timeout: 5 * time.Second}})
{% else %}
	settings, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	pool = sql.OpenDB(&connector{settings})
{% endif %}
	// One connection: an invocation of this environment that runs at the same time waits for it.
	pool.SetMaxOpenConns(1)
	lambda.Start(handle)
}
{% endif %}
