package vn.phongtrao.press;

import java.util.Optional;

/** Papers of procedures that come and go while the program runs. */
public interface PapersSource {

    Optional<ProcessPapers> find(String process);
}
