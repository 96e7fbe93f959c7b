## Steps that mend what exists

plan-vpc-dns-support = DNS dans `{ $vpc }`
plan-vpc-dns-hostnames = Noms d’hôte DNS dans `{ $vpc }`
plan-vpc-dns-support-why = Sans le résolveur du VPC, rien de ce qu’il contient ne trouve l’adresse d’un proxy. Il est activé pour tout le VPC.
plan-vpc-dns-hostnames-why = Sans ce réglage, un point de terminaison d’interface ne peut pas porter le nom du service auquel il mène. Il est activé pour tout le VPC.
plan-vpc-dns-support-undo = Désactive de nouveau le DNS dans `{ $vpc }`, pour tout ce qu’il contient : ce qui dépend des noms depuis lors les perd.
plan-vpc-dns-hostnames-undo = Désactive de nouveau les noms d’hôte DNS dans `{ $vpc }`, pour tout ce qu’il contient : ce qui dépend des noms depuis lors les perd.
plan-vpc-attribute-moved = activé depuis l’établissement du plan ; refaites la revue
plan-vpc-attribute-unread = impossible de savoir s’il est activé
plan-acl-entry-in = Entrée { $number } de `{ $acl }` : trafic entrant depuis `{ $cidr }`
plan-acl-entry-out = Entrée { $number } de `{ $acl }` : trafic sortant vers `{ $cidr }`
plan-acl-entry-why = Une ACL réseau consulte ses entrées par numéro et ne suit pas les connexions : celle-ci passe avant l’entrée qui arrête les paquets.
plan-acl-entry-undo = Supprime l’entrée { $number } de `{ $acl }`.
plan-acl-entry-kept = Quelqu’un a modifié l’entrée depuis : elle reste donc en place.
plan-revoke-rule = Retirer la règle `{ $rule }` de `{ $group }`
plan-revoke-rule-why = Elle laisse entrer toutes les adresses. La règle qui désigne le groupe de l’arrivant est posée avant qu’elle ne disparaisse ; les autres clients qui entraient par elle ne passent plus.
plan-revoke-rule-why-past = C’est le chemin qui contourne le proxy. Qui se connecte encore directement par cette règle ne passe plus.
plan-revoke-rule-undo = Remet la règle `{ $rule }` dans `{ $group }`.
plan-update-function-timeout = Délai d’expiration de `{ $name }`
plan-update-function-why-timeout = La fonction a le temps d’un démarrage à froid. Tout le reste est conservé.
plan-update-function-undo-timeout = Rétablit les anciens réglages de `{ $name }`, dont son délai d’expiration.
after-acl-entry = l’entrée d’ACL
after-vpc-dns = le DNS du VPC
preflight-loses-internet = `{ $function }` perd son accès à Internet
preflight-loses-internet-text = Elle n’est aujourd’hui dans aucun VPC et atteint tout. Dans le VPC du proxy, son nouveau groupe ne la laisse sortir que vers le proxy : les appels à d’autres services, ceux d’AWS compris, n’arrivent plus tant que quelqu’un ne leur donne pas une règle et une passerelle NAT ou un point de terminaison.

## Removing an endpoint of a proxy

plan-delete-proxy-endpoint = Supprimer le point de terminaison `{ $name }`
plan-delete-proxy-endpoint-why = Aucune variable d’une fonction de ce compte et de cette région ne désigne son hôte. Les clients qui ne sont pas des fonctions ne sont pas vus : ils perdent leurs connexions et ne trouvent plus l’hôte.
plan-delete-proxy-endpoint-why-used = Des variables de { $functions } désignent son hôte, et des clients qui ne sont pas des fonctions l’utilisent peut-être aussi : ils perdent leurs connexions et ne trouvent plus l’hôte.
plan-delete-proxy-endpoint-undo = Recrée le point de terminaison `{ $name }` tel qu’il a été lu : nom, rôle, sous-réseaux, groupes, type de réseau et balises. AWS lui donne un nouvel ID, et un hôte qui peut être différent.
plan-delete-proxy-endpoint-undo-aws-tags = Recrée le point de terminaison `{ $name }` tel qu’il a été lu : nom, rôle, sous-réseaux, groupes, type de réseau et balises, sauf celles que seul AWS peut écrire. AWS lui donne un nouvel ID, et un hôte qui peut être différent.
plan-delete-proxy-endpoint-moved = modifié depuis la lecture ; relisez-le
plan-delete-proxy-endpoint-going = le point de terminaison est encore en cours de suppression
remove-endpoint-default = `{ $name }` est le point de terminaison par défaut du proxy
remove-endpoint-default-cure = Il ne peut pas être supprimé. Il disparaît avec le proxy.
remove-endpoint-unclear = Le rôle ou le type de réseau de `{ $name }` n’est pas compris
remove-endpoint-unclear-cure = Il ne pourrait pas être recréé à l’identique. Supprimez-le à la main si personne ne l’utilise.
remove-endpoint-tags = Les balises de `{ $name }` n’ont pas pu être lues
remove-endpoint-tags-cure = Il ne pourrait pas être recréé à l’identique. Autorisez `rds:ListTagsForResource` sur `{ $arn }`, puis réessayez.
remove-endpoint-used = L’hôte de `{ $name }` est désigné par { $functions }
remove-endpoint-used-cure = Donnez d’abord un autre hôte à leurs variables, et faites appeler par leurs alias une version qui l’a.
remove-endpoint-hidden = On ne sait pas si { $functions } désigne l’hôte de `{ $name }`
remove-endpoint-hidden-cure = Leurs variables n’ont pas pu être lues : autorisez `kms:Decrypt` avec leur clé, puis réessayez.
remove-endpoint-callers = On ne sait pas quelles fonctions désignent l’hôte de `{ $name }`
remove-endpoint-callers-cure = Les fonctions de ce compte et de cette région n’ont pas pu être lues : autorisez `lambda:ListFunctions`, `lambda:ListAliases` et `lambda:GetFunctionConfiguration`, puis réessayez.
endpoints-title = Points de terminaison de { $proxy }
endpoints-default = par défaut
endpoints-role = rôle
endpoints-status = statut
endpoints-host = hôte
endpoints-no-host = pas encore
endpoints-used = utilisé par
endpoints-unused = aucune variable de fonction ne désigne son hôte
endpoints-hidden = Inconnu : { $functions }. Les variables n’ont pas pu être lues.
endpoints-even-if-used = Avec `--even-if-used`, il est supprimé malgré tout.
endpoints-unlisted = Les points de terminaison n’ont pas pu être lus
endpoints-sentence = Chaque hôte auquel une fonction peut se connecter. Celui par défaut vit aussi longtemps que le proxy.
endpoints-back = Retour aux points de terminaison
endpoints-review = Examiner la suppression
endpoints-copy = Copier l’hôte
endpoints-fact-role = Rôle
endpoints-fact-status = Statut
endpoints-fact-host = Hôte
endpoints-fact-used = Utilisé par
endpoints-remove = Supprimer
endpoints-note = Une suppression est examinée avant que quoi que ce soit ne change
endpoints-remove-name = Supprimer { $name }
endpoints-remove-used = Supprimer malgré tout
endpoints-planning = Lecture de ce qu’il faut pour recréer `{ $name }`
endpoints-none = Le proxy { $proxy } n’a pas de point de terminaison { $name }

## Migrations

migrate-unread = Impossible de lire { $what }
migrate-the-function = la fonction
migrate-the-functions = les fonctions du compte
migrate-the-database = la base de données
migrate-the-proxy = le proxy
migrate-the-proxy-role = le rôle du proxy
migrate-the-function-role = le rôle de la fonction
migrate-unread-cure = Une migration ne modifie rien dont elle ignore l’état. Accordez l’autorisation que `validate` indique, puis réessayez.
migrate-not-direct = Aucune variable de `{ $function }` ne désigne la base de données
migrate-not-direct-cure = D’après ses variables, elle ne se connecte pas directement à la base de données : il n’y a rien à déplacer.
migrate-no-host-variable = La variable d’hôte de `{ $function }` ne peut pas être définie
migrate-no-host-variable-cure = Elle est masquée, fait partie d’une URL, ou est figée dans une version publiée. Définissez-la à la main, puis validez.
migrate-first = D’abord : { $title } [{ $code }]
migrate-still-direct-cure = Tant qu’elle se connecte directement, le chemin direct reste. Faites-la d’abord passer par le proxy.
migrate-not-proven = Le chemin par le proxy ne fonctionne pas encore : { $title } [{ $code }]
migrate-sqlserver = SQL Server n’a aucune de ces authentifications
migrate-sqlserver-cure = RDS Proxy accepte les jetons pour MySQL, MariaDB et PostgreSQL.
migrate-tls = `{ $name }` n’exige pas TLS
migrate-tls-cure = Les jetons ne passent que sur TLS, et AWS l’exige alors pour tout le proxy : qui vient sans TLS est refusé. Assurez-vous que tous les clients utilisent TLS, puis corrigez proxy-require-tls-false.
migrate-secrets-unread = On ne sait pas de quels utilisateurs `{ $name }` a les secrets
migrate-secrets-unread-cure = Chaque entrée du proxy décide pour l’utilisateur que nomme son secret. Autorisez leur lecture (--read-secrets en ligne de commande) ; aucune valeur n’est conservée.
migrate-user-taken = `{ $name }` a déjà une authentification de `{ $user }`
migrate-user-taken-cure = Son mode d’authentification n’est pas modifié tant que d’autres l’utilisent. Choisissez un nouvel utilisateur de base de données, donnez-lui les mêmes droits, et déplacez les fonctions vers lui l’une après l’autre.
migrate-no-user-variable = Aucune variable de `{ $function }` ne dit sous quel utilisateur elle s’authentifie
migrate-no-user-variable-cure = Une variable ne suffit pas à la déplacer : déployez-la à la main avec le nouvel utilisateur.
migrate-frozen = La demande porte sur une version publiée de `{ $function }`
migrate-frozen-cure = Une version ne peut pas être modifiée. Indiquez la fonction sans qualificateur, puis publiez une version et déplacez l’alias.
migrate-no-old = `{ $name }` n’a pas d’authentification de `{ $user }`
migrate-no-old-cure = Indiquez l’ancien utilisateur de base de données, tel que son secret le nomme.
migrate-last-login = L’authentification de `{ $user }` est la seule de `{ $name }`
migrate-last-login-cure = Sans elle, personne n’entre. Ajoutez d’abord la nouvelle.
migrate-still-used = S’authentifie encore comme `{ $user }` : { $functions }
migrate-still-used-cure = L’accès serait coupé. Déplacez d’abord la fonction.
migrate-perhaps-used = S’authentifie peut-être encore comme `{ $user }` : { $functions }
migrate-perhaps-used-cure = Ses variables ne disent pas sous quel utilisateur elle s’authentifie auprès de ce proxy. Indiquez-le dans une variable, ou déplacez-la d’abord.
migrate-needs-user = L’utilisateur de base de données `{ $user }` doit exister avant que la fonction ne l’utilise
migrate-needs-user-standard = Créez-le avec le mot de passe du nouveau secret et les droits de l’ancien. Le code de la fonction doit signer un jeton à la place du mot de passe : déployez d’abord cela. Tant que vous n’avez pas terminé, les deux authentifications fonctionnent.
migrate-needs-user-end-to-end = Créez-le avec l’authentification IAM du moteur et les droits de l’ancien : la page Utilisateur de la base, ou la commande "user", donne le SQL. Tant que vous n’avez pas terminé, les deux authentifications fonctionnent.
migrate-others-direct = Se connecte encore directement à la base de données : { $functions }
migrate-others-direct-cure = Les règles qui disparaîtraient la laissent entrer, et elle ne passerait plus. Déplacez-la d’abord ; une version publiée se déplace en publiant une nouvelle version et en déplaçant son alias.
migrate-alias = Les appelants de { $aliases } reçoivent encore l’ancienne version
migrate-alias-text = Une version publiée garde ses variables. Essayez d’abord la fonction, puis publiez une version et déplacez l’alias ; vous ne pourrez terminer qu’ensuite.
migrate-no-return = À partir d’ici, l’ancien chemin est fermé
migrate-no-return-direct = Qui se connecte encore à la base de données par ces règles ne passe plus dès la connexion suivante. Le retour arrière les remet.
migrate-no-return-login = Qui s’authentifie encore comme `{ $user }` à travers ce proxy est refusé dès la connexion suivante. Les fonctions de ce compte et de cette région ont été examinées ; les autres clients ne l’ont pas été. Le retour arrière ramène l’authentification tant que son secret existe.
cli-migrate-function = --to proxy demande --function
cli-migrate-user = --user manque
cli-migrate-user-hint = Indiquez un nouvel utilisateur de base de données : qui s’authentifie sous un autre n’est pas touché. Avec --finish, indiquez l’ancien.
cli-migrate-user-sql =
    L’utilisateur de base de données `{ $user }` se crée dans la base de données, pas par AWS :
      { $command }
cli-migrate-error = erreur   { $title } [{ $code }]
cli-migrate-old-stays =
    L’ancien chemin fonctionne encore. Quand tout est déplacé, fermez-le :
      { $command }
cli-migrate-old-gone = L’ancien chemin est fermé.

## On the findings page

findings-by-hand = À faire à la main : ce programme n’y modifie rien.
findings-before = Avant
findings-now = Après
findings-path-open = tout le chemin est ouvert
findings-path-unknown = tout n’en est pas connu
findings-path-blocked = 1 saut bloqué
findings-path-blocked-several = bloqué
