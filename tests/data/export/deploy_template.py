"""Deploys a CloudFormation template resource by resource, where an emulator does not know the types.

    deploy_template.py deploy TEMPLATE STATE    prints the outputs as JSON
    deploy_template.py delete STATE             takes back what STATE notes, the last thing first

Each type is the one call, or two, that CloudFormation makes for it, with the properties as they stand.
"""

import json
import os
import random
import string
import sys

import boto3
import yaml

ENDPOINT, REGION = os.environ["AWS_ENDPOINT_URL"], os.environ["AWS_DEFAULT_REGION"]


def client(service):
    return boto3.client(service, endpoint_url=ENDPOINT, region_name=REGION)


class Tagged:
    def __init__(self, tag, value):
        self.tag, self.value = tag, value


class Loader(yaml.SafeLoader):
    pass


def tagged(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        return Tagged(suffix, loader.construct_scalar(node))
    return Tagged(suffix, loader.construct_sequence(node, deep=True))


Loader.add_multi_constructor("!", tagged)


class Stack:
    def __init__(self, template):
        self.template = template
        self.account = client("sts").get_caller_identity()["Account"]
        self.values = {
            "AWS::Region": REGION,
            "AWS::AccountId": self.account,
            "AWS::Partition": "aws",
            "AWS::URLSuffix": "amazonaws.com",
        }
        for name, parameter in template["Parameters"].items():
            value = parameter["Default"]
            self.values[name] = value.split(",") if parameter["Type"].startswith("List<") else value
        self.attributes = {}

    def resolve(self, value):
        if isinstance(value, dict):
            return {key: self.resolve(member) for key, member in value.items()}
        if isinstance(value, list):
            return [self.resolve(item) for item in value]
        if not isinstance(value, Tagged):
            return value
        if value.tag == "Ref":
            return self.values[value.value]
        if value.tag == "GetAtt":
            resource, attribute = value.value.split(".", 1)
            return self.attributes[resource][attribute]
        if value.tag == "Select":
            index, items = value.value
            return self.resolve(items)[int(index)]
        if value.tag == "Split":
            separator, text = value.value
            return self.resolve(text).split(separator)
        if value.tag == "Equals":
            left, right = value.value
            return self.resolve(left) == self.resolve(right)
        if value.tag == "Sub":
            return self.substitute(value.value)
        raise SystemExit(f"!{value.tag} is not known")

    def substitute(self, value):
        text, named = value if isinstance(value, list) else (value, {})
        named = {key: self.resolve(member) for key, member in named.items()}
        done = ""
        while "${" in text:
            before, _, rest = text.partition("${")
            name, _, text = rest.partition("}")
            done += before
            if name.startswith("!"):
                done += "${" + name[1:] + "}"
            elif name in named:
                done += named[name]
            elif "." in name:
                resource, attribute = name.split(".", 1)
                done += self.attributes[resource][attribute]
            else:
                done += self.values[name]
        return done + text

    def waits_for(self, value):
        """The resources that a value speaks of."""
        if isinstance(value, dict):
            return set().union(*(self.waits_for(member) for member in value.values()), set())
        if isinstance(value, list):
            return set().union(*(self.waits_for(item) for item in value), set())
        if not isinstance(value, Tagged):
            return set()
        names = set()
        if value.tag in ("Ref", "GetAtt"):
            names = {value.value.split(".")[0]}
        elif value.tag == "Sub":
            text = value.value[0] if isinstance(value.value, list) else value.value
            names = {part.split("}")[0].split(".")[0] for part in text.split("${")[1:]}
        if isinstance(value.value, list):
            names |= self.waits_for(value.value)
        return names & set(self.template["Resources"])

    def order(self):
        waiting = dict(self.template["Resources"])
        while waiting:
            ready = [name for name, one in waiting.items() if not (self.waits_for(one) & set(waiting))]
            if not ready:
                raise SystemExit(f"these wait for each other: {sorted(waiting)}")
            yield ready[0], waiting.pop(ready[0])


def generated(spec):
    letters = [one for one in string.ascii_letters + string.digits if one not in spec["ExcludeCharacters"]]
    secret = json.loads(spec["SecretStringTemplate"])
    secret[spec["GenerateStringKey"]] = "".join(random.choice(letters) for _ in range(spec["PasswordLength"]))
    return json.dumps(secret)


def tags_of(kind, tags):
    return [{"ResourceType": kind, "Tags": tags}] if tags else []


def secret(name, p):
    optional = {"KmsKeyId": p["KmsKeyId"]} if "KmsKeyId" in p else {}
    made = client("secretsmanager").create_secret(
        Name=p["Name"], Description=p["Description"], Tags=p.get("Tags", []),
        SecretString=generated(p["GenerateSecretString"]), **optional,
    )
    return made["ARN"], {}, ["secretsmanager", "delete_secret", {"SecretId": made["ARN"], "RecoveryWindowInDays": 7}]


def role(name, p):
    iam = client("iam")
    optional = {"PermissionsBoundary": p["PermissionsBoundary"]} if "PermissionsBoundary" in p else {}
    made = iam.create_role(
        RoleName=p["RoleName"], Path=p["Path"], Description=p["Description"], Tags=p.get("Tags", []),
        AssumeRolePolicyDocument=json.dumps(p["AssumeRolePolicyDocument"]), **optional,
    )["Role"]
    for policy in p["Policies"]:
        iam.put_role_policy(
            RoleName=p["RoleName"], PolicyName=policy["PolicyName"], PolicyDocument=json.dumps(policy["PolicyDocument"])
        )
    return p["RoleName"], {"Arn": made["Arn"]}, ["role", p["RoleName"], [one["PolicyName"] for one in p["Policies"]]]


def role_policy(name, p):
    client("iam").put_role_policy(
        RoleName=p["RoleName"], PolicyName=p["PolicyName"], PolicyDocument=json.dumps(p["PolicyDocument"])
    )
    return p["PolicyName"], {}, ["iam", "delete_role_policy", {"RoleName": p["RoleName"], "PolicyName": p["PolicyName"]}]


def permission(rule, peer):
    one = {"IpProtocol": rule["IpProtocol"], "FromPort": rule["FromPort"], "ToPort": rule["ToPort"]}
    if peer in rule:
        one["UserIdGroupPairs"] = [{"GroupId": rule[peer], "Description": rule["Description"]}]
    else:
        one["IpRanges"] = [{"CidrIp": rule["CidrIp"], "Description": rule["Description"]}]
    return one


def group(name, p):
    ec2 = client("ec2")
    made = ec2.create_security_group(
        GroupName=p["GroupName"], Description=p["GroupDescription"], VpcId=p["VpcId"],
        TagSpecifications=tags_of("security-group", p.get("Tags")),
    )["GroupId"]
    anywhere = [{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]
    ec2.revoke_security_group_egress(GroupId=made, IpPermissions=anywhere)
    for rule in p["SecurityGroupEgress"]:
        ec2.authorize_security_group_egress(GroupId=made, IpPermissions=[permission(rule, "DestinationSecurityGroupId")])
    return made, {"GroupId": made}, ["ec2", "delete_security_group", {"GroupId": made}]


def ingress(name, p):
    made = client("ec2").authorize_security_group_ingress(
        GroupId=p["GroupId"], IpPermissions=[permission(p, "SourceSecurityGroupId")]
    )["SecurityGroupRules"][0]["SecurityGroupRuleId"]
    return made, {}, ["ec2", "revoke_security_group_ingress", {"GroupId": p["GroupId"], "SecurityGroupRuleIds": [made]}]


def egress(name, p):
    made = client("ec2").authorize_security_group_egress(
        GroupId=p["GroupId"], IpPermissions=[permission(p, "DestinationSecurityGroupId")]
    )["SecurityGroupRules"][0]["SecurityGroupRuleId"]
    return made, {}, ["ec2", "revoke_security_group_egress", {"GroupId": p["GroupId"], "SecurityGroupRuleIds": [made]}]


def endpoint(name, p):
    keys = ["VpcEndpointType", "VpcId", "ServiceName", "SubnetIds", "SecurityGroupIds", "PrivateDnsEnabled"]
    made = client("ec2").create_vpc_endpoint(
        TagSpecifications=tags_of("vpc-endpoint", p.get("Tags")), **{key: p[key] for key in keys}
    )["VpcEndpoint"]["VpcEndpointId"]
    return made, {"Id": made}, ["ec2", "delete_vpc_endpoints", {"VpcEndpointIds": [made]}]


def proxy(name, p):
    made = client("rds").create_db_proxy(**p)["DBProxy"]
    attributes = {"DBProxyArn": made["DBProxyArn"], "Endpoint": made["Endpoint"]}
    return p["DBProxyName"], attributes, ["rds", "delete_db_proxy", {"DBProxyName": p["DBProxyName"]}]


def target_group(name, p):
    rds = client("rds")
    proxy_name, targets = p["DBProxyName"], ["DBInstanceIdentifiers", "DBClusterIdentifiers"]
    rds.modify_db_proxy_target_group(
        DBProxyName=proxy_name, TargetGroupName=p["TargetGroupName"],
        ConnectionPoolConfig=p["ConnectionPoolConfigurationInfo"],
    )
    rds.register_db_proxy_targets(
        DBProxyName=proxy_name, TargetGroupName=p["TargetGroupName"], **{key: p[key] for key in targets if key in p}
    )
    return "default", {}, None


MAKERS = {
    "AWS::SecretsManager::Secret": secret,
    "AWS::IAM::Role": role,
    "AWS::IAM::RolePolicy": role_policy,
    "AWS::EC2::SecurityGroup": group,
    "AWS::EC2::SecurityGroupIngress": ingress,
    "AWS::EC2::SecurityGroupEgress": egress,
    "AWS::EC2::VPCEndpoint": endpoint,
    "AWS::RDS::DBProxy": proxy,
    "AWS::RDS::DBProxyTargetGroup": target_group,
}


def deploy(template, state):
    stack = Stack(yaml.load(open(template), Loader))
    conditions = stack.template.get("Conditions", {})
    undo = []
    for name, resource in stack.order():
        if "Condition" in resource and not stack.resolve(conditions[resource["Condition"]]):
            continue
        properties = stack.resolve(resource["Properties"])
        stack.values[name], stack.attributes[name], back = MAKERS[resource["Type"]](name, properties)
        if back:
            undo.append(back)
        json.dump(undo, open(state, "w"))
    outputs = {name: stack.resolve(shown["Value"]) for name, shown in stack.template["Outputs"].items()}
    print(json.dumps(outputs))


def delete(state):
    for service, operation, arguments in reversed(json.load(open(state))):
        if service == "role":
            for policy in arguments:
                client("iam").delete_role_policy(RoleName=operation, PolicyName=policy)
            client("iam").delete_role(RoleName=operation)
        else:
            getattr(client(service), operation)(**arguments)


if __name__ == "__main__":
    {"deploy": deploy, "delete": delete}[sys.argv[1]](*sys.argv[2:])
