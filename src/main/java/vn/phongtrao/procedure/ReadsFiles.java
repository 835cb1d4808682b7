package vn.phongtrao.procedure;

/** Something that checks ask beside themselves, and that needs files alone: {@link CheckCommand} has it too. */
public interface ReadsFiles {
}
