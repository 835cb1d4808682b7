package vn.phongtrao.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.crash.Acts.Act;
import vn.phongtrao.document.Samples;
import vn.phongtrao.local.DemoAccounts;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * Takes dossiers of a commune along their way, as sensible clients do: what is not answered may have been done, so they look before they
 * send it again.
 */
final class Driver {

    private static final String ONLOOKER = "admin";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** What was sent and not answered may still be under way. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(20);

    private final Caller caller;
    private final Acts acts;
    private final String commune;
    private final String officer;

    Driver(Caller caller, Acts acts, String commune) {
        this.caller = caller;
        this.acts = acts;
        this.commune = commune;
        this.officer = DemoAccounts.name(new Post(UnitPath.of(commune), Position.POLICE_OFFICER));
    }

    /** From its start to its end, and reads its papers. */
    void take(Way way) throws InterruptedException {
        var number = open(way);
        var end = Instant.now().plus(PATIENCE);
        for (var task = next(number); task.isPresent(); task = next(number)) {
            complete(number, way, task.get());
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("%s goes no further than %s".formatted(number, task.get()));
            }
        }
        acts.decided(number);
        readPapers(number);
    }

    /** @return the number; somebody goes on with it, or it stays where it begins */
    String open(Way way) throws InterruptedException {
        var number = sent(way);
        acts.opened(number);
        return number;
    }

    private String sent(Way way) throws InterruptedException {
        var path = "/engine-rest/process-definition/key/%s/submit-form".formatted(way.process());
        while (true) {
            var reply = caller.send(officer, "POST", path, Way.variables(way.start()));
            if (reply.ok()) {
                return reply.json().get("businessKey").asText();
            }
            if (!reply.unknown()) {
                throw new IllegalStateException("%s was not opened: %s".formatted(way.start(), reply));
            }
            surprising(reply, path);
            var found = opened(way);
            if (found.isPresent()) {
                acts.doneUnanswered.incrementAndGet();
                return found.get();
            }
            acts.retried.incrementAndGet();
        }
    }

    /** The dossier whose opening was not answered, if it was opened. */
    private Optional<String> opened(Way way) throws InterruptedException {
        for (var end = Instant.now().plus(UNDER_WAY); Instant.now().isBefore(end); Thread.sleep(500)) {
            for (var dossier : caller.json(ONLOOKER, "/api/dossiers?size=30&sort=openedAt,desc&process=%s&unit=%s".formatted(way.process(), commune))
                    .get("content")) {
                var number = dossier.get("number").asText();
                if (!acts.knows(number) && show(number).toString().contains(way.mark())) {
                    return Optional.of(number);
                }
            }
        }
        return Optional.empty();
    }

    private record Task(String id, String key, String actor) {
    }

    /** Empty when the dossier has ended. */
    private Optional<Task> next(String number) throws InterruptedException {
        var tasks = caller.json(ONLOOKER, "/engine-rest/task?processInstanceBusinessKey=" + number);
        if (tasks.isEmpty()) {
            if (show(number).get("closedAt").isNull()) {
                acts.surprise("%s is open and has no task".formatted(number));
            }
            return Optional.empty();
        }
        var task = tasks.get(0);
        var id = task.get("id").asText();
        if (!task.get("assignee").isNull()) {
            return Optional.of(new Task(id, task.get("taskDefinitionKey").asText(), task.get("assignee").asText()));
        }
        for (var link : caller.json(ONLOOKER, "/engine-rest/task/%s/identity-links".formatted(id))) {
            var post = Post.ofGroup(link.get("groupId").asText()).orElseThrow();
            return Optional.of(new Task(id, task.get("taskDefinitionKey").asText(), DemoAccounts.name(post)));
        }
        throw new IllegalStateException("Nobody has task %s of %s".formatted(id, number));
    }

    private void complete(String number, Way way, Task task) throws InterruptedException {
        if (task.key.equals("complete-dossier")) {
            bringPapers(number);
        }
        var path = "/engine-rest/task/%s/submit-form".formatted(task.id);
        var fields = Way.variables(way.fields(task.key, show(number)));
        var lost = false;
        for (var end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end);) {
            var reply = caller.send(task.actor, "POST", path, fields);
            if (reply.ok()) {
                acts.done(number, new Act(task.key, task.actor, true));
                return;
            }
            surprising(reply, path);
            if (isDone(task)) {
                if (!lost && !reply.unknown()) {
                    acts.surprise("%s of %s was refused, and somebody else has done it: %s".formatted(task, number, reply));
                }
                acts.doneUnanswered.incrementAndGet();
                acts.done(number, new Act(task.key, task.actor, false));
                return;
            }
            if (!lost && !reply.unknown() && reply.status() != 409) {
                throw new IllegalStateException("%s of %s: %s".formatted(task, number, reply));
            }
            lost |= reply.unknown();
            acts.retried.incrementAndGet();
            Thread.sleep(200);
        }
        throw new IllegalStateException("%s of %s is not taken".formatted(task, number));
    }

    private boolean isDone(Task task) throws InterruptedException {
        return caller.get(ONLOOKER, "/engine-rest/task/" + task.id).status() == 404;
    }

    /** Of what was killed there is no answer, or 503: never a fault. */
    private void surprising(Caller.Reply reply, String path) {
        if (reply.status() >= 500 && reply.status() != 503) {
            acts.surprise("POST %s was answered with %s".formatted(path, reply));
        }
    }

    private void bringPapers(String number) throws InterruptedException {
        for (var document : show(number).get("requiredDocuments")) {
            if (document.get("enforced").asBoolean() && !document.get("present").asBoolean()) {
                bring(number, document.get("kind").asText());
            }
        }
    }

    private void bring(String number, String kind) throws InterruptedException {
        var content = Samples.pdf();
        var digest = digest(content);
        var path = "/api/dossiers/%s/documents".formatted(number);
        for (int attempt = 0; attempt < 50; attempt++) {
            var reply = caller.upload(officer, path + "?kind=" + kind, kind + ".pdf", content);
            if (reply.ok()) {
                acts.uploaded(digest, number);
                return;
            }
            surprising(reply, path);
            if (!reply.unknown()) {
                throw new IllegalStateException("%s: %s".formatted(path, reply));
            }
            for (var document : caller.json(officer, path)) {
                if (document.get("sha256").asText().equals(digest)) {
                    acts.doneUnanswered.incrementAndGet();
                    acts.uploaded(digest, number);
                    return;
                }
            }
            acts.retried.incrementAndGet();
        }
        throw new IllegalStateException("%s takes no file".formatted(path));
    }

    /** Whatever is kept of them: the same bytes ever after. */
    private void readPapers(String number) throws InterruptedException {
        for (var decision : caller.json(officer, "/api/decisions?dossierNumber=" + number).get("content")) {
            read("/api/decisions/%s/document".formatted(decision.get("id").asText()));
            var papers = "/api/decisions/%s/papers".formatted(decision.get("id").asText());
            var all = unpacked(caller.get(officer, papers).body());
            acts.read(papers, all.size() + " papers");
            all.forEach(paper -> acts.read(papers + "#" + paper.name, paper.digest));
        }
        for (var paper : caller.json(officer, "/api/dossiers/%s/papers".formatted(number))) {
            read("/api/dossiers/%s/papers/%s".formatted(number, paper.get("name").asText()));
        }
    }

    /** Reads all papers of the commune again; what has changed is a surprise. */
    void readAgain() throws InterruptedException {
        for (var number : acts.steps().keySet()) {
            if (number.contains(UnitPath.of(commune).code())) {
                readPapers(number);
            }
        }
    }

    private void read(String path) throws InterruptedException {
        var reply = caller.get(officer, path);
        if (reply.ok()) {
            acts.read(path, digest(reply.body()));
        } else {
            acts.surprise("%s cannot be read: %s".formatted(path, reply));
        }
    }

    private JsonNode show(String number) throws InterruptedException {
        return caller.json(ONLOOKER, "/api/dossiers/" + number);
    }

    /** Withdraws what was opened twice, because an answer came later than anybody waited for it. @return how many */
    int withdrawDoubles() throws InterruptedException {
        var doubles = new ArrayList<String>();
        for (var dossier : caller.json(ONLOOKER, "/api/dossiers?size=200&sort=openedAt,desc&unit=" + commune).get("content")) {
            var number = dossier.get("number").asText();
            if (!acts.knows(number) && dossier.get("closedAt").isNull()) {
                doubles.add(number);
            }
        }
        for (var number : doubles) {
            caller.send(officer, "POST", "/api/dossiers/%s/withdrawal".formatted(number), Map.of("reason", "Gửi hai lần"));
        }
        return doubles.size();
    }

    private record Paper(String name, String digest) {
    }

    private static List<Paper> unpacked(byte[] archive) {
        List<Paper> papers = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                papers.add(new Paper(entry.getName(), digest(zip.readAllBytes())));
            }
            return papers;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
