# Rules: the network from the function to the proxy and on to the database. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-network = Le réseau, de la fonction au proxy puis à la base de données
rule-lambda-state-not-active = La fonction ne peut pas être invoquée
    .holds = La fonction est dans un état qui permet de l’invoquer
    .why = Sa dernière mise à jour a échoué ou est encore en cours, souvent à cause de sous-réseaux, d’adresses ou d’autorisations.
    .fix = Corrigez ce que la raison indique, puis mettez de nouveau la fonction à jour.
rule-lambda-role-missing-eni-permissions = La fonction n’a pas droit aux interfaces réseau
    .holds = Le rôle de la fonction peut créer des interfaces réseau
    .why = Lambda crée les interfaces de la fonction avec le rôle de la fonction elle-même. Sans l’autorisation, la fonction ne peut pas être placée dans un VPC, ou y devient inactive.
    .fix = Attachez AWSLambdaVPCAccessExecutionRole au rôle de la fonction.
rule-lambda-subnet-ip-exhaustion = Les sous-réseaux de la fonction sont presque pleins
    .holds = Les sous-réseaux de la fonction ont des adresses en réserve
    .why = Lambda a besoin d’une adresse pour chaque nouvelle interface, et d’un jeu d’interfaces par combinaison d’un sous-réseau et de groupes. Sans adresse, la fonction ne peut ni monter en charge ni être mise à jour.
    .fix = Libérez des adresses, ou ajoutez à la fonction un sous-réseau plus grand.
rule-lambda-single-az = La fonction n’est que dans une zone
    .holds = La fonction est dans plus d’une zone
    .why = Quand cette zone tombe en panne, ou que son sous-réseau est plein, plus rien de la fonction ne s’exécute, alors que le proxy continue.
    .fix = Donnez à la fonction un sous-réseau dans une deuxième zone.
rule-lambda-in-public-subnet = La fonction est dans un sous-réseau public
    .holds = La fonction n’est dans aucun sous-réseau public
    .why = L’interface d’une fonction ne reçoit jamais d’adresse publique : la passerelle Internet n’est pas une sortie pour elle. Le proxy est atteint malgré tout ; tout autre appel de la fonction expire.
    .fix = Placez la fonction dans des sous-réseaux privés, avec une passerelle NAT ou des points de terminaison d’interface si elle appelle d’autres services.
rule-lambda-subnet-without-service-route = La fonction ne peut pas atteindre un service AWS qu’elle utilise
    .holds = La fonction a un chemin vers chaque service AWS qu’elle semble utiliser
    .why = Ses sous-réseaux n’ont ni passerelle NAT ni point de terminaison pour ce service : les appels restent bloqués jusqu’à l’expiration de la fonction. Secrets Manager, par exemple, est appelé pour le mot de passe avant que la fonction ne se connecte.
    .fix = Créez un point de terminaison pour le service dans le VPC, ou une route par défaut vers une passerelle NAT ; pour le mot de passe, utilisez plutôt des jetons.
rule-vpce-sg-blocks-lambda = Le point de terminaison Secrets Manager ne laisse pas entrer la fonction
    .holds = Le point de terminaison Secrets Manager laisse entrer la fonction
    .why = Le point de terminaison capte les appels de la fonction à Secrets Manager et son groupe les rejette : la lecture du mot de passe expire.
    .fix = Sur le port 443, ajoutez au groupe de la fonction une règle sortante qui se réfère au groupe du point de terminaison, et au groupe du point de terminaison une règle entrante qui se réfère à celui de la fonction.
rule-vpce-private-dns-disabled = Le point de terminaison Secrets Manager existe, mais le nom habituel du service n’y mène pas
    .holds = Le nom habituel de Secrets Manager mène à son point de terminaison, ou il existe une autre sortie
    .why = Sans DNS privé, le nom du service garde son adresse publique : au lieu d’aller au point de terminaison, les appels de la fonction partent vers Internet, où ils ne trouvent pas de chemin.
    .fix = Activez le DNS privé du point de terminaison ; pour cela, le VPC doit avoir la prise en charge du DNS et les noms d’hôte DNS.
rule-vpce-policy-denies = La politique du point de terminaison Secrets Manager ne laisse pas la fonction lire le secret
    .holds = La politique du point de terminaison Secrets Manager laisse la fonction lire le secret
    .why = Les appels qui passent par le point de terminaison doivent être autorisés par sa politique en plus de celle du rôle. Ils échouent avec AccessDeniedException, « no VPC endpoint policy allows ».
    .fix = Dans la politique du point de terminaison, autorisez le rôle de la fonction à lire le secret.
rule-vpce-subnet-az-missing = Le point de terminaison Secrets Manager n’est pas dans toutes les zones de la fonction
    .holds = Le point de terminaison Secrets Manager couvre toutes les zones de la fonction, pour autant que les siennes soient connues
    .why = Les appels des autres zones changent de zone, ce qui coûte un peu, et échouent quand la zone du point de terminaison tombe en panne.
    .fix = Ajoutez au point de terminaison un sous-réseau de chaque zone.
rule-lambda-not-in-vpc = La fonction n’est dans aucun VPC
    .holds = La fonction est dans un VPC
    .why = Un proxy n’est jamais accessible de l’extérieur de son réseau : la connexion expire donc.
    .fix = Placez la fonction dans des sous-réseaux privés du VPC du proxy, avec son propre groupe, que le proxy laisse entrer. La configuration de ce proxy pour cette fonction planifie tout cela.
rule-lambda-vpc-differs-from-proxy = La fonction est dans un autre VPC que le proxy
    .holds = Le VPC de la fonction est celui du proxy, ou lui est relié
    .why = Le point de terminaison du proxy n’a d’adresses que dans son propre VPC : la connexion expire, sauf si les deux réseaux sont reliés par un appairage ou une passerelle de transit, avec des routes dans les deux sens.
    .fix = Créez un point de terminaison supplémentaire du proxy dans le VPC de la fonction et mettez son hôte dans la variable de la fonction, ou ajoutez les routes manquantes, ou déplacez la fonction.
rule-vpc-dns-support-disabled = Le VPC ne résout pas le nom du proxy
    .holds = Le VPC de la fonction résout les noms, d’après ce qui a été lu
    .why = Le point de terminaison du proxy est un nom. Sans le résolveur du VPC, ou avec des serveurs qui ne connaissent pas les noms d’AWS, la fonction ne trouve pas son adresse : ENOTFOUND, « could not translate host name ».
    .fix = Activez la prise en charge du DNS, ou faites en sorte que les serveurs propres au VPC transfèrent amazonaws.com au résolveur du VPC.
rule-region-mismatch = La fonction s’exécute dans une autre région que le proxy
    .holds = La fonction s’exécute dans la région du proxy
    .why = Lambda donne à AWS_REGION la région de la fonction elle-même, et les SDK signent les jetons pour celle-ci, sauf indication contraire. Un jeton pour une autre région est refusé. Le réseau doit aussi être relié d’une région à l’autre.
    .fix = Indiquez la région du proxy au moment de signer, ou exécutez la fonction dans la région du proxy.
rule-cross-account-direct-policy = Le rôle de la fonction appartient à un autre compte que le proxy
    .holds = Le rôle de la fonction appartient au compte du proxy
    .why = rds-db:connect se décide dans le compte du proxy, pour les principaux de ce compte. Un jeton signé par un rôle d’un autre compte est refusé, même si les politiques paraissent correctes des deux côtés.
    .fix = Faites endosser à la fonction un rôle du compte du proxy et signez le jeton avec lui.
rule-privatelink-nlb-host-mismatch = La fonction se connecte à un équilibreur de charge ou à un nom PrivateLink
    .holds = Les variables de la fonction ne mettent aucun nom d’équilibreur de charge ou de PrivateLink à la place du proxy
    .why = Le certificat et les jetons du proxy valent pour le nom du proxy lui-même : la vérification du certificat ou du jeton échoue donc. Les adresses derrière un équilibreur de charge sont celles du proxy, et elles changent.
    .fix = Connectez-vous à un point de terminaison du proxy dans le VPC de la fonction ; sinon, signez pour le point de terminaison du proxy et donnez-le comme nom de serveur TLS.
rule-proxy-endpoint-not-available = Un point de terminaison du proxy n’est pas disponible
    .holds = Chaque point de terminaison supplémentaire du proxy est disponible
    .why = Les connexions à ce point de terminaison expirent, tandis que les autres fonctionnent.
    .fix = Attendez tant qu’il est en cours de création ou de modification ; recréez-le s’il reste dans un autre statut.
rule-proxy-client-uses-db-custom-port = La fonction utilise pour le proxy le port propre à la base de données
    .holds = Les variables de la fonction n’appliquent pas au proxy le port propre à la base de données
    .why = Un proxy écoute toujours sur le port habituel de son moteur, quel que soit le port de la base de données. Une connexion à un autre port expire, et un jeton signé pour lui est refusé.
    .fix = Mettez dans la variable le port du proxy.
rule-proxy-readonly-endpoint-used-for-writes = La fonction ne connaît du proxy qu’un point de terminaison en lecture seule
    .holds = Les variables de la fonction ne désignent aucun point de terminaison en lecture seule comme lieu d’écriture
    .why = Tout ce qu’elle écrit est refusé : « in a read-only transaction » pour PostgreSQL, erreur 1290 ou 1836 pour MySQL. Si la fonction ne fait que lire, tout va bien.
    .fix = Mettez dans la variable le point de terminaison par défaut du proxy, sauf si la fonction ne fait que lire.
rule-proxy-readonly-endpoint-without-reader = Un point de terminaison en lecture seule n’a pas de lecteur
    .holds = Chaque point de terminaison en lecture seule du proxy a un lecteur derrière lui
    .why = Les points de terminaison en lecture seule utilisent les lecteurs d’un cluster Aurora et rien d’autre. Sans lecteur, les clients attendent une connexion jusqu’au bout du délai d’emprunt.
    .fix = Ajoutez un lecteur au cluster, ou faites utiliser aux clients le point de terminaison par défaut.
rule-proxy-subnets-one-az = Les sous-réseaux du proxy sont tous dans une même zone
    .holds = Les sous-réseaux du proxy sont dans plus d’une zone
    .why = Un proxy a besoin de sous-réseaux dans deux zones au moins. Avec une seule, il ne peut pas être créé, et il tomberait avec cette zone.
    .fix = Recréez le proxy avec des sous-réseaux dans deux zones : les sous-réseaux d’un proxy ne peuvent pas être modifiés.
rule-proxy-subnet-unsupported-az = Un sous-réseau du proxy est dans une zone sans RDS Proxy
    .holds = Les sous-réseaux du proxy ne sont dans aucune zone connue pour ne pas avoir RDS Proxy
    .why = RDS Proxy ne fonctionne pas dans les zones use1-az3 et usw1-az2. Leurs sous-réseaux ne comptent pas, et un proxy à qui il reste moins de deux zones ne peut pas fonctionner.
    .fix = Recréez le proxy avec des sous-réseaux dans d’autres zones : les sous-réseaux d’un proxy ne peuvent pas être modifiés.
rule-proxy-subnet-ip-exhaustion = Les sous-réseaux du proxy ont trop peu d’adresses libres
    .holds = Les sous-réseaux du proxy ont assez d’adresses libres
    .why = Le proxy prend davantage d’adresses à mesure qu’il grandit avec la base de données et ses clients. Sans adresse libre, il ne peut pas monter en charge : la latence augmente, et les cibles restent en PENDING_PROXY_CAPACITY.
    .fix = Libérez des adresses dans les sous-réseaux du proxy, ou recréez le proxy dans des sous-réseaux plus grands.
rule-proxy-vpc-dedicated-tenancy = Le VPC est en location dédiée
    .holds = La location du VPC n’est pas dédiée
    .why = RDS Proxy ne fonctionne pas dans un VPC en location dédiée.
    .fix = Passez le VPC en location par défaut. Les instances déjà en cours d’exécution restent telles quelles.
rule-proxy-vpc-encryption-controls-enforced = Le VPC impose des contrôles de chiffrement
    .holds = Le VPC n’impose pas de contrôles de chiffrement
    .why = RDS Proxy ne fonctionne pas dans un VPC dont les contrôles de chiffrement sont imposés (mode enforce) ; Lambda y refuse une fonction avec DisallowedByVpcEncryptionControl.
    .fix = Passez les contrôles de chiffrement du VPC en mode de surveillance (monitor).
rule-proxy-network-type-mismatch = Les deux extrémités d’un saut utilisent des familles d’adresses différentes
    .holds = Les familles d’adresses définies à chaque saut s’accordent
    .why = Une extrémité qui n’a que des adresses IPv6 ne peut pas être atteinte par une autre qui n’a que des adresses IPv4. La connexion expire, ou fonctionne avec une famille et pas avec l’autre.
    .fix = Utilisez IPv4 partout, ou donnez aussi IPv6 aux sous-réseaux, à la base de données et à la fonction. Les types de réseau d’un proxy ne peuvent pas être modifiés ; un nouveau point de terminaison ou un nouveau proxy a les siens.
rule-sg-lambda-egress-proxy = Le groupe de la fonction ne la laisse pas sortir vers le proxy
    .holds = Le groupe de la fonction la laisse sortir vers le proxy
    .why = Les paquets vers le proxy sont rejetés à l’interface de la fonction elle-même : la connexion expire donc. Un nouveau groupe a par défaut une règle sortante vers toute destination ; celui-ci ne l’a plus.
    .fix = Ajoutez une règle sortante sur le port du proxy qui se réfère au groupe du proxy.
rule-sg-proxy-ingress-lambda = Le proxy ne laisse pas entrer la fonction
    .holds = Le proxy laisse entrer la fonction
    .why = Les paquets de la fonction arrivent au groupe du proxy et y sont rejetés : la connexion expire donc.
    .fix = Ajoutez une règle entrante sur le port du proxy qui se réfère au groupe de la fonction.
rule-sg-shared-without-self-rule = Les deux extrémités ont un même groupe, qui ne laisse pas entrer ses propres membres
    .holds = Les deux extrémités d’un saut ne partagent aucun groupe qui ferme la porte à ses propres membres
    .why = Les membres d’un groupe de sécurité ne peuvent communiquer entre eux que si une règle se réfère au groupe lui-même. La cible reste indéfiniment indisponible avec « internal error ».
    .fix = Ajoutez au groupe commun une règle entrante qui se réfère au groupe lui-même.
rule-sg-proxy-egress-db = Le groupe du proxy ne le laisse pas sortir vers la base de données
    .holds = Le groupe du proxy le laisse sortir vers la base de données
    .why = Le proxy ne peut pas atteindre la base de données et signale sa cible comme indisponible. Le port est celui de la base de données, qui n’est pas forcément celui du proxy.
    .fix = Ajoutez une règle sortante sur le port de la base de données qui se réfère au groupe de la base de données.
rule-sg-db-ingress-proxy = La base de données ne laisse pas entrer le proxy
    .holds = La base de données laisse entrer le proxy
    .why = Les paquets du proxy arrivent au groupe de la base de données et y sont rejetés. AWS le signale par « internal error » ; recréer le proxy n’y change rien.
    .fix = Ajoutez une règle entrante sur le port de la base de données qui se réfère au groupe du proxy.
rule-nacl-blocks-db-port = Une ACL réseau arrête des paquets sur le chemin
    .holds = Les ACL réseau du chemin n’y arrêtent aucun paquet
    .why = Les ACL réseau ne suivent pas les connexions : l’aller a besoin du port de la base de données, et le retour des ports éphémères du client. Ce que l’une d’elles arrête expire et, là où seuls certains sous-réseaux sont touchés, de temps en temps seulement.
    .fix = Ajoutez une entrée qui autorise avant celle qui refuse, dans chaque ACL et chaque sens indiqués.
rule-sg-open-to-world = Un groupe du chemin est ouvert à toutes les adresses
    .holds = Les groupes du chemin n’ouvrent pas ses ports à toutes les adresses
    .why = Quiconque prend pied dans le réseau, ou dans un réseau appairé, peut tenter d’accéder à la base de données. Une règle qui se réfère à un groupe n’admet que ses membres.
    .fix = Donnez d’abord leur propre règle aux autres clients qui entraient par la règle ouverte. Ajoutez ensuite une règle qui se réfère au groupe de l’arrivant, et retirez la règle ouverte.
rule-sg-lambda-direct-db-bypass = La fonction peut encore atteindre la base de données en contournant le proxy
    .holds = Les groupes de la base de données n’admettent aucun groupe propre à la fonction
    .why = Le groupe de la base de données admet celui de la fonction sur le port de la base de données, le plus souvent un reste d’avant le proxy. Les connexions ouvertes ainsi ne passent par aucun pool et ne demandent aucun jeton.
    .fix = Quand plus rien ne se connecte directement, retirez la règle.
rule-sg-default-used = Le chemin dépend du groupe par défaut du VPC
    .holds = Le chemin ne dépend pas du groupe par défaut d’un VPC
    .why = Tout ce qui est créé dans le VPC sans groupe propre se retrouve dans le groupe par défaut, et donc sur le chemin. Qui y fait plus tard le ménage coupe le chemin sans le savoir.
    .fix = Donnez à la fonction, au proxy et à la base de données leurs propres groupes, avec une règle de chacun au suivant.
rule-sg-referenced-group-stale = Une règle du chemin se réfère à un groupe disparu
    .holds = Les règles du chemin ne se réfèrent à aucun groupe disparu
    .why = La règle n’admet personne. Elle est restée d’une connexion d’appairage supprimée, ou d’un groupe recréé sous un autre ID.
    .fix = Faites-lui désigner le groupe actuel, ou retirez-la.
rule-db-publicly-accessible = La base de données a une adresse publique
    .holds = La base de données n’a pas d’adresse publique
    .why = Le proxy est privé, mais à côté de lui le nom de la base de données mène à une adresse publique. Seul son groupe tient Internet à l’écart.
    .fix = Retirez l’adresse publique. Le proxy utilise l’adresse privée.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-network-from-to = de { $from } à { $to }
seen-network-more-blocks =
    et { $count ->
        [one] { $count } autre du même genre
       *[other] { $count } autres du même genre
    }
seen-network-others-pass = entre les deux, d’autres sous-réseaux, adresses ou ports passent
seen-network-no-number-free = aucun numéro de { $acl } n’est libre avant cette entrée
seen-network-acl-full = { $acl } a atteint le nombre d’entrées qu’AWS permet sans demande d’augmentation
seen-network-names-not-found = noms introuvables : { $times }
seen-network-odd-arn = `{ $arn }` n’est pas un ARN qui indique compte et région
seen-network-region-of = région de { $name } : { $region }
seen-network-no-endpoint-yet = pas encore
seen-network-policy-all-but = la politique de { $endpoint } vise tous les principaux sauf certains
seen-network-policy-not-on = la politique de { $endpoint } n’autorise pas { $action } sur { $resource }
seen-network-endpoint-in = { $endpoint } est dans { $zones }
seen-network-function-in-too = { $function } est aussi dans { $zones }
seen-vpc-none = VPC de { $name } : aucun
seen-network-denies = { $policy } refuse { $action }
seen-network-no-policy-allows = aucune politique de { $role } n’autorise { $action } sur *
seen-network-last-update = dernière mise à jour : { $status }
seen-network-lambda-says = Lambda indique : { $reason }
seen-network-free-addresses = adresses libres dans { $subnet } { $cidr } : { $count }
seen-network-lambda-says-of = Lambda indique { $code } pour { $function }
seen-network-zones-unknown = les zones de certains sous-réseaux de { $name } ne sont pas connues
seen-network-one-zone = { $name } est dans { $zone } : { $subnets }
seen-network-default-endpoint = point de terminaison par défaut de { $proxy } : { $host }
seen-network-reader = lecteur { $reader } : { $state }
seen-network-no-reader = aucune cible n’est un lecteur
seen-network-ports = port de { $proxy } : { $port } ; port de { $database } : { $database_port }
seen-network-subnets-missing = certains sous-réseaux de { $proxy } ne sont pas parmi ceux de { $vpc }
seen-network-subnet-zone-id = { $subnet } { $label } est dans { $zone } ({ $zone_id })
seen-network-subnet-zone = { $subnet } { $label } est dans { $zone }
seen-network-zones-left = zones restantes : { $zones }
seen-network-addresses-recommended = AWS recommande { $count } adresses pour cette classe de base de données et ces points de terminaison
seen-network-event = événement : { $message }
seen-network-encryption = contrôles de chiffrement de { $vpc } : { $mode }
seen-network-type-no-ipv6 = EndpointNetworkType : { $type }, et { $subnet } n’a pas de plage IPv6
seen-network-type-not-ipv6-only = EndpointNetworkType : { $type }, et { $subnet } n’est pas uniquement IPv6
seen-network-type-ipv4-function = EndpointNetworkType : IPV6, et { $function } ne peut utiliser qu’IPv4
seen-network-type-ipv4-database = TargetConnectionNetworkType : IPV6, et { $database } n’a que des adresses IPv4
seen-network-public-route = { $subnet } a la route par défaut de { $table } vers une passerelle Internet
seen-network-endpoints-of-owner = { $vpc } appartient au compte { $owner }, dont les points de terminaison ne sont pas montrés aux autres
seen-network-no-default-route = { $subnet } n’a pas de route par défaut vers une passerelle NAT ou de transit
seen-network-no-endpoint = { $vpc } n’a pas de point de terminaison disponible pour { $service }
seen-network-names-secret = { $variable } de { $function } désigne un secret
seen-network-password-and-policy = { $function } s’authentifie par mot de passe, et { $policy } lui permet de lire des secrets
seen-network-value-of = { $variable } de { $function } relève de { $service }
seen-network-allows-calls = { $policy } de { $role } autorise des appels à { $service }
seen-network-services-unknown = certaines politiques attachées n’ont pas pu être lues : on ne sait pas quels services la fonction utilise
seen-network-inbound = { $id } { $name } de { $end }, règles entrantes
seen-network-group-of = { $group } est un groupe de { $function }
seen-network-default-group = { $group } de { $end } est le groupe par défaut de { $vpc }
seen-network-group-behind = { $group } est peut-être un groupe du VPC derrière { $way }
seen-network-group-gone = { $group } n’est pas parmi les groupes de { $vpc }
seen-network-nothing-joins = aucune connexion d’appairage ni passerelle de transit ne relie un autre VPC
seen-network-no-group = { $own } ou { $other } n’a pas de groupe de sécurité
seen-network-more-rules =
    et { $count ->
        [one] { $count } autre qui ne le laisse pas passer
       *[other] { $count } autres qui ne le laissent pas passer
    }
seen-network-on-both = { $group } est à la fois sur { $other } et sur { $own }
seen-network-missing-self = manque : tcp { $port } depuis { $group } lui-même
seen-network-owner-only = { $vpc } appartient au compte { $owner }, et cela ne peut être modifié que là
seen-network-no-way-out = aucun groupe de { $own } ne laisse sortir tcp 443 vers { $other }
seen-network-no-way-in = aucun groupe de { $own } ne laisse entrer tcp 443 depuis { $other }
seen-network-group-rules =
    { $id } { $name }, { $side ->
        [from] règles entrantes
       *[to] règles sortantes
    }
seen-network-missing-rule =
    manque : tcp { $port } { $side ->
        [from] depuis
       *[to] vers
    } { $peer }
# What a reason code of Lambda means.
seen-lambda-eni-limit-exceeded = ce compte n’a pas droit à plus d’interfaces réseau ; demandez un quota plus élevé
seen-lambda-insufficient-role-permissions = le rôle de la fonction n’a pas le droit de créer des interfaces réseau
seen-lambda-invalid-configuration = la configuration se contredit
seen-lambda-subnet-out-of-ip-addresses = un sous-réseau de la fonction n’a pas d’adresse libre
seen-lambda-invalid-subnet = un sous-réseau de la fonction a disparu ou ne peut pas être utilisé
seen-lambda-invalid-security-group = un groupe de la fonction a disparu ou appartient à un autre VPC
seen-lambda-image-deleted = l’image de conteneur a disparu de son référentiel
seen-lambda-image-access-denied = Lambda n’a pas le droit de lire l’image de conteneur
seen-lambda-kms-key-access-denied = Lambda n’a pas le droit d’utiliser la clé des variables de la fonction
seen-lambda-disallowed-by-vpc-encryption-control = le VPC impose des contrôles de chiffrement
