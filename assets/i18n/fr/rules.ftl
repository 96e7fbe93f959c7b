# The picture of the path and the plain report of a check. The rules' own texts stand in
# the files beside it, one for each group of rules.

rules-title-open = Le chemin entier est ouvert
rules-title-open-but =
    Le chemin est ouvert, avec { $count ->
        [one] un avertissement
       *[other] { $count } avertissements
    }
rules-title-unknown = Tout n’a pas pu être lu
rules-title-only =
    { $rules ->
        [one] { $rules } règle sur { $all } a été vérifiée
       *[other] { $rules } règles sur { $all } ont été vérifiées
    }
rules-title-no-proxy = Ce proxy n’existe pas
rules-title-no-function = Cette fonction n’existe pas
rules-title-no-database = Cette base de données n’existe pas
rules-title-proxy-unread = Le proxy n’a pas pu être lu : `{ $operation }`
rules-summary =
    { $hops } { $rules ->
        [one] { $rules } règle
       *[other] { $rules } règles
    } : { $counts }.
rules-summary-hops =
    { $blocked ->
        [0] Aucun saut n’est bloqué.
        [one] { $blocked } saut sur { $hops } est bloqué.
       *[other] { $blocked } sauts sur { $hops } sont bloqués.
    }
rules-summary-passed =
    { $count ->
        [one] { $count } conforme
       *[other] { $count } conformes
    }
rules-summary-errors =
    { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
rules-summary-warnings =
    { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
rules-summary-notes =
    { $count ->
        [one] { $count } remarque
       *[other] { $count } remarques
    }
rules-summary-accepted =
    { $count ->
        [one] { $count } acceptée
       *[other] { $count } acceptées
    }
rules-summary-unknown =
    { $count ->
        [one] { $count } inconnue
       *[other] { $count } inconnues
    }
rules-summary-not-applicable = { $count } sans objet
rules-summary-organization = Les politiques de l’organisation n’ont pas pu être simulées et ne sont donc pas évaluées.
# What a rule that did not decide asks: "Whether the secret is a JSON object".
rules-whether = Savoir si { $clause }
rules-no-consent = la valeur du secret n’est pas lue sans votre accord
rules-waits-consent =
    { $count ->
        [one] { $count } règle attend la valeur des secrets
       *[other] { $count } règles attendent la valeur des secrets
    }
rules-waits-consent-act = Elle n’est lue qu’avec votre accord, que donne `--read-secrets`. Chaque valeur est lue une seule fois, sans être affichée ni conservée.
rules-waits-permissions =
    { $count ->
        [one] { $count } règle attend { $permissions }
       *[other] { $count } règles attendent { $permissions }
    }
rules-waits-permissions-act = Cette politique l’autorise :
rules-waits-nothing =
    { $count ->
        [one] { $count } règle n’a pas de réponse
       *[other] { $count } règles n’ont pas de réponse
    }
rules-box-function = fonction
rules-box-proxy = proxy
rules-box-database = base de données
rules-box-role = rôle
rules-box-role-and-secret = rôle et secret
rules-box-absent = n’existe pas
rules-box-unread = illisible : { $operation }
rules-box-not-asked = non examiné
rules-box-image = image de conteneur
rules-box-no-vpc = hors de tout VPC
rules-box-provider = réseau du fournisseur de capacité { $provider }, inconnu
rules-box-iam = IAM exigé
rules-box-iam-both = IAM de bout en bout
rules-box-password = mot de passe
rules-box-mixed = IAM ou mot de passe
rules-role-unknown = inconnu : { $because }
rules-hop-open = chemin ouvert
rules-hop-may-connect = accès et chemin ouverts
rules-hop-may-not-connect = accès non autorisé
rules-hop-no-way-in = aucune règle n’ouvre l’entrée
rules-hop-no-way-out = aucune règle n’ouvre la sortie
rules-hop-outside = hors du réseau
rules-hop-other-vpc = dans un autre réseau
rules-hop-no-target = aucune cible enregistrée
rules-hop-blocked = bloqué
rules-hop-unknown = inconnu
rules-hop-by = permis par { $rule }
rules-hop-because = inconnu : { $because }
rules-target-available = cible prête
rules-target-unavailable = cible indisponible
rules-target-registering = enregistrement en cours
rules-passes = passe
rules-works-but = passe, mais
rules-blocked = bloqué
rules-text-unknown = inconnu
rules-text-severity =
    { $severity ->
        [error] erreur
        [warning] avertissement
       *[info] remarque
    }
rules-text-head = { $word } :
rules-text-follows = { "  " }découle de { $code }
rules-text-fix = { "  " }correction : { $fix }
rules-text-see = { "  " }voir { $source }
rules-where-function = Fonction
rules-where-function-to-proxy = De la fonction au proxy
rules-where-proxy = Proxy
rules-where-role-and-secret = Rôle et secret
rules-where-proxy-to-database = Du proxy à la base
rules-where-database = Base de données
rules-severity-error = Erreur
rules-severity-warning = Avertissement
rules-severity-note = Remarque
rules-confidence-low = un indice
rules-confidence-medium = probable
rules-confidence-high = certain
rules-report-about = { $proxy } dans le compte { $account }, { $region }
rules-report-function = fonction { $function }
rules-report-mode = authentification : { $mode }
rules-report-path = Le chemin
rules-report-verdict = Verdict
rules-report-where = Où
rules-report-what = Ce qui a été lu
rules-report-evidence = Preuves
rules-report-why = Enjeu
rules-report-fix = Correction
rules-report-source = Source
rules-report-follows = Découle de { $code }
rules-report-sure = { $severity }, { $confidence }
rules-report-open = { $whether } : pas de réponse, { $because }
rules-report-accepted = Accepté
rules-report-accepted-by = par { $by } jusqu’au { $until } : { $why }
rules-report-unknown = Ce qui n’a pas pu être tranché
rules-report-passed =
    { $count ->
        [one] { $count } règle respectée
       *[other] { $count } règles respectées
    }
rules-report-not-applicable =
    { $count ->
        [one] { $count } règle sans objet ici
       *[other] { $count } règles sans objet ici
    }
rules-report-nothing = Rien n’a été constaté.
rules-table-head = { $rules } règles en { $groups } groupes. Chacune a sa propre page : `rds-proxy-wizard explain CODE`.
rules-table-group = { $title } ({ $count })
rules-table-code = code
rules-table-worst = au pire
rules-table-says = énoncé

subject-alias = alias
subject-database = base de données
subject-db-proxy = proxy
subject-db-proxy-endpoint = point de terminaison du proxy
subject-function = fonction
subject-key = clé KMS
subject-log-group = groupe de journaux
subject-network-acl = ACL réseau
subject-role = rôle
subject-secret = secret
subject-security-group = groupe de sécurité
subject-target = cible
subject-vpc = VPC
subject-vpc-endpoint = point de terminaison de VPC
