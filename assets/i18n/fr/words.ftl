# What the window and the command line say in the same words: of a run, of a wait, of what does not work yet.

# A run, counted from its receipt
run-progress = { $done } sur { $all }
run-progress-done = fait
run-progress-undone = défait
run-applying = Application en cours
run-applying-sentence = Laissez-la se poursuivre. Fermer la fenêtre demande d’abord confirmation.
run-undoing = Retour arrière en cours
run-undoing-sentence = La dernière étape d’abord. Ce que d’autres ont modifié depuis n’est pas touché.
run-could-not = L’exécution n’a pas pu commencer
run-could-not-sentence = Rien n’a été modifié.
run-nothing = Rien à modifier
run-nothing-sentence = Le compte était déjà tel que la configuration le veut.
run-finished = Tout est en place
run-finished-sentence =
    { $count ->
        [one] { $count } modification est faite. Une vérification prouve qu’elle fonctionne.
       *[other] { $count } modifications sont faites. Une vérification prouve qu’elles fonctionnent.
    }
run-repaired =
    { $count ->
        [one] { $count } modification est faite
       *[other] { $count } modifications sont faites
    }
run-repaired-sentence = Validez de nouveau pour voir le proxy tel qu’il est maintenant.
run-not-working =
    { $count ->
        [one] Créé. Un élément ne fonctionne pas encore
       *[other] Créé. { $count } éléments ne fonctionnent pas encore
    }
run-made-sentence =
    { $count ->
        [one] La modification est faite.
       *[other] Les { $count } modifications sont faites.
    }
run-stopped-title =
    { $done ->
        [one] Arrêté, { $done } étape faite sur { $all }
       *[other] Arrêté, { $done } étapes faites sur { $all }
    }
run-cut-off =
    { $done ->
        [one] Interrompu, { $done } étape faite sur { $all }
       *[other] Interrompu, { $done } étapes faites sur { $all }
    }
run-failed =
    { $failed ->
        [0] Inachevé, { $done }/{ $all } faites
        [one] Une étape a échoué, { $done }/{ $all } faites
       *[other] { $failed } étapes ont échoué, { $done }/{ $all } faites
    }
run-signed-out =
    { $done ->
        [one] Déconnecté, { $done } étape faite sur { $all }
       *[other] Déconnecté, { $done } étapes faites sur { $all }
    }
run-sign-in = La session a expiré : reconnectez-vous, puis continuez d’ici.
run-cut-off-steps =
    { $count ->
        [one] Une étape a été interrompue : la reprise et le retour arrière vérifient où elle en est.
       *[other] { $count } étapes ont été interrompues : la reprise et le retour arrière vérifient où elles en sont.
    }
run-not-begun =
    { $count ->
        [one] { $count } étape n’est pas commencée.
       *[other] { $count } étapes ne sont pas commencées.
    }
run-kept =
    { $count ->
        [0] Rien n’est encore fait.
       *[other] Ce qui est fait reste, et figure dans le reçu.
    }
run-undo-stopped =
    { $done ->
        [one] Retour arrière inachevé, { $done } étape défaite sur { $all }
       *[other] Retour arrière inachevé, { $done } étapes défaites sur { $all }
    }
run-undo-left =
    { $count ->
        [one] { $count } étape reste à défaire.
       *[other] { $count } étapes restent à défaire.
    }
run-left-behind =
    { $count ->
        [one] Non défait : un élément est encore là
       *[other] Non défait : { $count } éléments sont encore là
    }
run-probe-left = La fonction temporaire est encore là
run-probe-left-sentence = L’exécution a été interrompue avant sa suppression. Le retour arrière supprime la fonction et son groupe de journaux.
run-left-behind-sentence = Chacun a sa raison, sa page dans la console et la commande qui le supprime.
run-undone = Défait
run-undone-nothing = Il n’y avait rien à défaire.
run-undone-removed =
    { $removed ->
        [one] Le seul élément créé a disparu.
       *[other] Les { $removed } éléments créés ont disparu.
    }
run-undone-restored =
    { $restored ->
        [one] Le seul élément modifié est comme avant.
       *[other] Les { $restored } éléments modifiés sont comme avant.
    }
run-undone-both =
    { $removed ->
        [one] Le seul élément créé a disparu
       *[other] Les { $removed } éléments créés ont disparu
    }, { $restored ->
        [one] le seul élément modifié est comme avant.
       *[other] les { $restored } éléments modifiés sont comme avant.
    }
# The same beside its name
run-badge-not-begun = non commencé
run-badge-nothing = rien à modifier
run-badge-done =
    { $done ->
        [one] { $done } étape faite sur { $all }
       *[other] { $done } étapes faites sur { $all }
    }
run-badge-not-working =
    { $count ->
        [one] créé, un élément ne fonctionne pas encore
       *[other] créé, { $count } éléments ne fonctionnent pas encore
    }
run-badge-stopped =
    arrêté, { $done ->
        [one] { $done } faite sur { $all }
       *[other] { $done } faites sur { $all }
    }
run-badge-cut-off =
    interrompu, { $done ->
        [one] { $done } faite sur { $all }
       *[other] { $done } faites sur { $all }
    }
run-badge-failed =
    { $failed ->
        [0] inachevé, { $done }/{ $all } faites
       *[other] { $failed } en échec, { $done }/{ $all } faites
    }
run-badge-undoing =
    { $done ->
        [one] { $done } étape défaite sur { $all }
       *[other] { $done } étapes défaites sur { $all }
    }
run-badge-probe-left = reste à supprimer
run-badge-left =
    { $count ->
        [one] un élément est encore là
       *[other] { $count } éléments sont encore là
    }
run-badge-undone = défait
# Confirmations
run-undo-question =
    { $count ->
        [0] Défaire { $name } ?
        [one] Défaire { $count } modification de { $name } ?
       *[other] Défaire { $count } modifications de { $name } ?
    }
run-undo-text =
    { $count ->
        [0] Il n’y a rien à défaire dans { $account }.
        [one] Défait { $count } étape dans { $account }. Ce que d’autres ont modifié depuis n’est pas touché.
       *[other] Défait { $count } étapes dans { $account }, la dernière d’abord. Ce que d’autres ont modifié depuis n’est pas touché.
    }
run-undo-uncertain =
    { $all ->
        [one] Elle n’a peut-être pas eu lieu : c’est d’abord vérifié.
       *[other]
            { $count ->
                [one] L’une d’elles n’a peut-être pas eu lieu : c’est d’abord vérifié.
               *[other] { $count } d’entre elles n’ont peut-être pas eu lieu : c’est d’abord vérifié.
            }
    }
run-undo-yes =
    { $count ->
        [0] Défaire
        [one] Défaire { $count } modification
       *[other] Défaire { $count } modifications
    }
run-resume-question =
    { $count ->
        [one] Continuer `{ $name }`, { $count } étape restante ?
       *[other] Continuer `{ $name }`, { $count } étapes restantes ?
    }
run-resume-text =
    { $left ->
        [one] Exécute l’étape restante dans { $account }.
       *[other] Exécute les { $left } étapes restantes dans { $account }.
    } { $done ->
        [0] Aucune n’est encore faite.
        [one] Celle qui est faite reste.
       *[other] Les { $done } qui sont faites restent.
    }
run-resume-yes =
    { $count ->
        [one] Exécuter { $count } étape
       *[other] Exécuter { $count } étapes
    }
run-wait-question = Attendre encore `{ $name }` ?
run-wait-text =
    { $count ->
        [one] Tout est créé dans { $account }. L’élément qui ne fonctionnait pas est vérifié de nouveau.
       *[other] Tout est créé dans { $account }. Les { $count } éléments qui ne fonctionnaient pas sont vérifiés de nouveau.
    }
run-wait-yes = Attendre encore
# What is made and does not work yet
not-yet-target = Créé. La cible ne répond pas encore
not-yet-target-badge = créé, la cible ne répond pas
not-yet-other = AWS dit toujours `{ $state }`.
not-yet-waited = { $time }
not-yet-waited-target = que `{ $database }` soit `AVAILABLE`, pendant { $time }
not-yet-auth = Le proxy ne peut pas s’authentifier auprès de `{ $database }`.
not-yet-auth-means = L’authentification du proxy est refusée : l’utilisateur n’existe pas dans la base de données, son mot de passe n’est pas celui du secret, ou le proxy n’a pas le droit d’ouvrir le secret.
not-yet-auth-means-iam = L’authentification du proxy est refusée : l’utilisateur n’existe pas dans la base de données, ne peut pas s’y authentifier avec IAM, ou le rôle du proxy n’a pas `rds-db:connect` pour lui.
not-yet-auth-not = le réseau : AWS dirait alors `UNREACHABLE`
not-yet-connection = La connexion du proxy à `{ $database }` échoue.
not-yet-connection-means = La base de données n’accepte aucune connexion : elle est arrêtée ou démarre, n’en a plus de libre sous `max_connections`, ou écoute sur un autre port.
not-yet-connection-not = l’authentification : AWS dirait alors `AUTH_FAILURE`
not-yet-unreachable = Le proxy n’atteint pas `{ $database }`.
not-yet-unreachable-means = Quelque chose entre le proxy et la base de données ne laisse rien passer : un groupe de sécurité, y compris un groupe commun aux deux sans règle vers lui-même, ou une ACL réseau.
not-yet-unreachable-not = l’authentification : AWS dirait alors `AUTH_FAILURE`
not-yet-capacity = Le proxy n’a pas encore de capacité pour `{ $database }`.
not-yet-capacity-means = Le proxy attend des hôtes. S’il y a trop peu d’adresses libres dans ses sous-réseaux, ils n’arrivent pas.
not-yet-capacity-not = l’authentification ou les groupes de sécurité : AWS ne les a pas encore essayés
not-yet-replication = `{ $database }` ne peut pas être derrière un proxy avec sa réplication actuelle.
not-yet-replication-means = La base de données est un réplica, ou est en train d’en devenir un. Un proxy a besoin de l’enregistreur.
not-yet-replication-not = le réseau ou l’authentification : AWS ne les a pas essayés
not-yet-registering = AWS enregistre encore `{ $database }`.
not-yet-registering-means = AWS n’a signalé aucune erreur ; il n’a pas dit non plus que le proxy atteint la base de données.
not-yet-unknown = AWS dit que `{ $database }` est `{ $state }`.
not-yet-unknown-means = AWS répond `{ $state }`, un état que nous ne connaissons pas. La vérification lit tout le chemin, et la console en dit peut-être plus.
# A wait
fact-waited-for = Attendu
fact-not-it = Hors de cause
spell =
    { $state } à partir de { $from }, { $count ->
        [one] une fois
       *[other] { $count } fois
    }
span-minutes = { $minutes } min { $seconds } s
wait-usual = d’ordinaire de { $from } à { $to }
wait-longer = plus long que les { $from } à { $to } habituelles
wait-ending = bien plus long que les { $from } à { $to } habituelles ; l’attente prend fin après { $limit }
wait-cause = Cause possible : { $cause }
wait-no-cause = { $what } AWS ne donne aucune raison de ce retard.
wait-left-about = encore { $count } min environ
wait-left-up-to = encore { $count } min au plus
wait-left-unknown = plus long que d’habitude

# A head that goes on as a sentence.
head-and-text = { $head }. { $text }
label-and-text = { $label } : { $text }
percent = { $percent } %
