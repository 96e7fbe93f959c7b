# The wizard's frame: steps, footer, closing, saving.

group-choose = Choisir
group-design = Concevoir
group-make = Créer
group-prove = Prouver
step-account = Compte
step-database = Base de données
step-function = Fonction
step-secret = Secret
step-role = Rôle et politiques
step-network = Réseau
step-proxy = Proxy
step-access = Accès
step-review = Revue
step-apply = Appliquer
step-check = Vérifier
step-export = Exporter
step-trouble = à revoir : { $trouble }
step-stale-value = périmé : lecture du compte en cours
step-check-clean = aucun constat
step-check-found =
    { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }
step-review-changes =
    { $count ->
        [0] rien à modifier
        [one] { $count } modification
       *[other] { $count } modifications
    }
step-review-read = { $count } à lire
step-proxy-reused = { $name } · réutilisé
step-network-value =
    { $groups ->
        [0] { $rules ->
            [0] rien à créer
            [one] { $rules } nouvelle règle
           *[other] { $rules } nouvelles règles
        }
        [one] { $groups } nouveau groupe, { $rules ->
            [0] aucune règle
            [one] { $rules } règle
           *[other] { $rules } règles
        }
       *[other] { $groups } nouveaux groupes, { $rules ->
            [0] aucune règle
            [one] { $rules } règle
           *[other] { $rules } règles
        }
    }
mode-short-standard = IAM
mode-short-password = mot de passe
mode-short-end-to-end = IAM de bout en bout
locked-running = Une exécution est en cours
locked-account = Choisissez d’abord un compte
locked-database = Choisissez d’abord une base de données
locked-function = Choisissez d’abord une fonction
locked-apply = Examinez d’abord le plan
locked-check = Appliquez d’abord le plan
skip-to-review = Passer à la revue
back = Retour
key-primary = Ctrl ↵
next-function = Choisir une fonction
next-secret = Continuer vers le secret
next-role = Continuer vers le rôle
next-network = Continuer vers le réseau
next-proxy = Continuer vers le proxy
next-access = Continuer vers les accès
next-review =
    { $count ->
        [0] Examiner la configuration
        [one] Examiner { $count } modification
       *[other] Examiner { $count } modifications
    }
next-mend = Aller à ce qui manque
minutes = { $count } min
page-reading = Lecture de ce que touche la configuration
waiting-for = { $what }, depuis { $seconds } s
not-read = Non lu
not-read-text = Cette lecture n’est plus attendue. Elle peut être relancée.
session-ended = La session a expiré
session-ended-text = Rien ne peut être lu tant que vous ne vous êtes pas reconnecté. Vos choix sont conservés.
session-ended-any = Rien ne peut être lu tant que les informations d’identification ne sont pas renouvelées, par le moyen qui vous les a fournies. Vos choix sont conservés.
run-retry = nouvel essai
run-retry-rest = { $attempt } dans { $pause } s, { $why }
closing-title = Une exécution est en cours
closing-text = Ce qui est fait est consigné dans tous les cas. Au prochain démarrage, vous pourrez continuer ou défaire.
closing-after = Arrêter après cette étape et fermer
closing-after-text = L’étape en cours est d’abord menée à son terme, ce qui peut prendre plusieurs minutes. Fermer de nouveau arrête tout aussitôt.
closing-now = Arrêter maintenant et fermer
closing-now-text = L’application n’attend plus rien. Un appel en cours est tout de même consigné, et la reprise vérifiera où il en est.
closing-no = Laisser continuer
dialog-folder = Choisir un dossier
dialog-file = Enregistrer sous
save-head-file = Enregistrer ce fichier
save-head-all = Enregistrer tous les fichiers
save-head-archive = Enregistrer tous les fichiers dans une archive
save-head-choices = Enregistrer les choix
save-head-log = Enregistrer le journal
save-place = Fichier ou dossier
save-place-folder = Dossier
save-place-why = `~` désigne votre dossier personnel. Les dossiers manquants du chemin sont créés.
save-browse = Parcourir…
save-yes = Enregistrer
save-writing = Écriture…
save-differs =
    { $count ->
        [one] Ce fichier existe déjà. L’enregistrement le modifierait :
       *[other] Ces { $count } fichiers existent déjà. L’enregistrement les modifierait :
    }
save-no-diff = Le contenu existant n’est pas du texte, ou il est trop long pour être affiché.
save-over =
    { $count ->
        [one] Remplacer { $count } fichier
       *[other] Remplacer { $count } fichiers
    }
save-elsewhere = Autre emplacement
choices-unwritten = Les choix n’ont pas pu être enregistrés
toast-saved = { $path } enregistré
toast-not-kept = Vos choix n’ont pas pu être conservés pour le prochain démarrage : { $why }
toast-not-discarded = Suppression impossible : { $why }
save-not-packed = Les fichiers n’ont pas pu être archivés
save-failed = `{ $path }` n’a pas pu être écrit
save-failed-hint = Choisissez un autre dossier, ou corrigez ses droits ou son espace disponible.
help-title = Touches et aide
help-text = Rien ne change dans un compte avant « Appliquer ». Chaque exécution écrit un reçu, et la page d’accueil propose de reprendre ce qui est resté en suspens.
help-close = Fermer
help-key-primary = Ctrl ↵
help-primary = Le bouton principal de la page
help-key-back = Alt ←
help-back = Retour
help-key-find = Ctrl F
help-find = Rechercher dans la liste
help-key-list = ↑ ↓ ↵
help-list = Parcourir une liste et choisir
help-key-read = F5
help-read = Relire le compte
help-key-tab = Tab
help-tab = Champ suivant
help-key-close = Échap
help-closes = Fermer ce qui recouvre la page
help-key-zoom = Ctrl + − 0
help-zoom = Agrandir, réduire, taille normale
help-key-palette = Ctrl K
help-palette = Aller à une page, un proxy, une règle
help-key-settings = Ctrl ,
help-key-help = F1  ?
help-help = Cette fiche
