package vn.phongtrao.security;

import java.util.List;

/** Who signs in whose place today. Asked with every request, and so answered from memory. */
public interface Deputies {

    /** For whom that person signs today; empty for nobody. */
    List<Deputising> of(String user);
}
