# A proxy that is there, written down as a setup.

adopt-missing = `{ $of }` n’existe pas
adopt-missing-cure = Quelque chose du proxy le désigne. Remédiez-y d’abord : `validate` dit ce qui ne va pas.
adopt-tags-unread = les balises du proxy n’ont pas été lues, et elles disent ce qu’une configuration a créé
adopt-proxy-missing = Le proxy n’existe pas
adopt-proxy-missing-cure = Choisissez-en un qui existe : `validate --all` les énumère.
adopt-rule-ids-unread = les ID des règles de groupe de sécurité n’ont pas été lus, et une importation les indique
adopt-proxy-busy = `{ $name }` n’a pas encore de point de terminaison : son statut est { $status }
adopt-database-busy = `{ $id }` n’a pas encore de point de terminaison : son statut est { $status }
adopt-busy-cure = Réessayez quand le statut sera `available`.
adopt-not-understood = `{ $name }` a un réglage que ce programme ne comprend pas : { $what }
adopt-not-understood-cure = Rien n’est transcrit qui pourrait vouloir dire autre chose. Cherchez une version plus récente de ce programme.
adopt-no-target = `{ $name }` n’a pas de cible
adopt-no-target-cure = Enregistrez d’abord sa base de données, puis réessayez.
adopt-no-function = On ne sait pas quelle fonction utilise `{ $name }`
adopt-no-function-cure = Rien de ce qui a pu être lu n’en désigne une. Indiquez-la avec `--function NAME`.
adopt-which-function = { $count } fonctions semblent utiliser `{ $proxy }` : { $names }
adopt-which-function-cure = Indiquez laquelle : `--function { $first }`.
adopt-no-user = On ne sait pas sous quel utilisateur de base de données `{ $function }` s’authentifie sur `{ $proxy }`
adopt-no-user-cure = Indiquez-le avec `--user NAME`, ou autorisez la lecture des secrets du proxy avec `--read-secrets`.
adopt-no-secret = On ne sait pas lequel des { $count } secrets de `{ $proxy }` est celui de `{ $user }`
adopt-no-secret-cure = Autorisez leur lecture avec `--read-secrets`.
adopt-secret-used = Le secret `{ $name }` est référencé
adopt-secret-used-text = Son contenu ne peut pas être recréé : il n’est donc jamais créé, modifié ni supprimé d’ici.
adopt-secret-managed-text = RDS le gère pour l’utilisateur principal de la base de données.
adopt-role-used = Le rôle `{ $role }` est référencé
adopt-role-more = Le rôle `{ $role }` a d’autres politiques
adopt-role-more-text = Elles sont omises, et restent telles quelles. Qui supprime le rôle doit d’abord les retirer.
adopt-role-no-inline = Il n’a pas de politique en ligne : ses droits viennent donc de politiques qui ne sont pas les siennes.
adopt-role-several = Il a plusieurs politiques en ligne, et une configuration en porte une seule.
adopt-role-not-understood = Ses politiques ont des parties que ce programme ne comprend pas, et qu’il ne pourrait pas réécrire.
adopt-role-attached = En plus de sa politique en ligne, il a { $names }, qu’une configuration ne porte pas.
adopt-role-shared = D’autres proxies l’ont aussi : { $proxies }.
adopt-role-unknown = On ne sait pas si d’autres proxies l’ont aussi : la liste des proxies n’a pas été lue.
adopt-role-trust = D’autres que RDS peuvent l’endosser.
adopt-group-used = Le groupe de sécurité `{ $group }` du proxy est référencé
adopt-group-used-text = Il ne porte pas les balises de cette configuration, et on ne sait pas qui d’autre l’utilise : il n’est donc jamais créé, modifié ni supprimé d’ici.
adopt-rules-left =
    { $count ->
        [one] Une règle reste telle quelle
       *[other] { $count } règles restent telles quelles
    }
adopt-rules-left-text = Elles relient des groupes référencés, et on ne sait pas qui d’autre en dépend.
adopt-rights-used = Le droit de `{ $role }` de s’authentifier vient de `{ $policy }`
adopt-rights-used-text = Cette politique dit plus que ce qu’il faut à ce chemin, ou n’est pas propre au rôle : elle reste donc telle quelle.
adopt-rights-none = Aucune politique de `{ $role }` n’autorise { $action } ici
adopt-rights-none-text = L’export ne l’ajoute pas. `validate` dit si la fonction peut s’authentifier.
adopt-no-variables = Aucune variable de `{ $function }` ne désigne un point de terminaison de ce seul proxy
adopt-no-variables-text = Ses variables restent telles quelles. Les gestionnaires lisent { $host } et d’autres du même genre, que cette fonction n’a pas.
adopt-extra-endpoints =
    { $count ->
        [one] Un point de terminaison supplémentaire est omis
       *[other] { $count } points de terminaison supplémentaires sont omis
    }
adopt-extra-endpoints-text = Une configuration porte le point de terminaison par défaut, un pour les lectures, et ceux du VPC d’une fonction placée ailleurs, s’ils sont les siens ou si la fonction les désigne. Ceux-ci restent tels quels : { $names }.
adopt-endpoint-used = Le point de terminaison `{ $name }` du proxy est référencé
adopt-endpoint-used-text = Il ne porte pas les balises de cette configuration : il n’est donc jamais créé, modifié ni supprimé d’ici.
adopt-of-stack = Le proxy appartient à la pile CloudFormation `{ $stack }`
adopt-of-stack-text = Deux outils qui gèrent la même ressource défont chacun les modifications de l’autre. Sortez-le de la pile avant de le gérer d’ici.
# The window
adopt-export = Exporter…
adopt-sentence = Ce qui existe de `{ $proxy }`, sous forme de fichiers : tel quel, sans rien ajouter.
adopt-reading = Lecture de `{ $proxy }` et de tout ce qui en dépend
adopt-ask-again = Changer la question
adopt-notes = Omis, ou référencé
adopt-notes-why = Tout le reste du proxy est dans les fichiers.
adopt-side =
    { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }
