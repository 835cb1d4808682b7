package vn.phongtrao.talk.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.register.PagesOnly;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.talk.Note;
import vn.phongtrao.talk.Notes;
import vn.phongtrao.talk.Person;

@RestController
@RequestMapping("/api/dossiers/{number}/notes")
@Tag(name = "notes", description = "Trao đổi về hồ sơ giữa những người được xem hồ sơ; không in ra văn bản")
class NoteController {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int MOST_PAGES = 100_000;

    private final Notes notes;
    private final CurrentOfficer officer;

    NoteController(Notes notes, CurrentOfficer officer) {
        this.notes = notes;
        this.officer = officer;
    }

    /**
     * What a note says.
     *
     * @param text      plain, line breaks are kept
     * @param mentioned user names of those who are to be told; may be absent
     */
    record Words(@NotBlank(message = REQUIRED) @Size(max = Notes.LONGEST, message = "dài quá 2000 ký tự") String text,
                 @Size(max = Notes.MOST_MENTIONED, message = "mỗi lần nhắc không quá 20 người")
                 List<@NotNull @Size(max = 255) String> mentioned) {

        @Override
        public List<String> mentioned() {
            return Optional.ofNullable(mentioned).orElse(List.of());
        }

        /** Nothing that a log must not hold. */
        @Override
        public String toString() {
            return "Words";
        }
    }

    /**
     * Which notes are asked for.
     *
     * @param page from 0
     * @param size 20 without it, 100 at most
     */
    record Part(Integer page, Integer size) {

        PageRequest pageable() {
            return PageRequest.of(Math.max(0, Math.min(page == null ? 0 : page, MOST_PAGES)),
                    Math.max(1, Math.min(size == null ? USUAL : size, MOST)));
        }
    }

    @GetMapping
    @Operation(summary = "Trao đổi về hồ sơ, cũ nhất trước")
    @PagesOnly
    PagedModel<Note> list(@PathVariable DossierNumber number, @ParameterObject @ModelAttribute Part part) {
        return new PagedModel<>(notes.list(number, officer.get(), part.pageable()));
    }

    @GetMapping("/people")
    @Operation(summary = "Những người nhắc được trong trao đổi về hồ sơ này: của đơn vị lập hồ sơ, giữ chức danh trên lộ trình, hoặc đã "
            + "xử lý hồ sơ")
    List<Person> people(@PathVariable DossierNumber number) {
        return notes.people(number, officer.get());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ghi trao đổi; hồ sơ đã kết thúc thì không ghi được nữa")
    Note write(@PathVariable DossierNumber number, @Valid @RequestBody Words words) {
        return notes.write(number, words.text(), words.mentioned(), officer.get());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Sửa trao đổi của mình, trong ít phút sau khi gửi; có ghi là đã sửa")
    Note correct(@PathVariable DossierNumber number, @PathVariable long id, @Valid @RequestBody Words words) {
        return notes.correct(number, id, words.text(), words.mentioned(), officer.get());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Thu hồi trao đổi của mình, trong ít phút sau khi gửi; có ghi là đã thu hồi")
    void takeBack(@PathVariable DossierNumber number, @PathVariable long id) {
        notes.takeBack(number, id, officer.get());
    }
}
