package org.deskwright.process;

import java.util.List;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Person;

/**
 * The directory as the engine's identity provider. It is read-only, so nobody can make an administrator in the engine, not
 * even through the web applications' set-up page (CVE-2026-77226).
 */
class DirectoryIdentityProvider implements ReadOnlyIdentityProvider {

    private static final int MOST = 1_000;

    private final Directory directory;

    DirectoryIdentityProvider(Directory directory) {
        this.directory = directory;
    }

    @Override
    public User findUserById(String login) {
        return directory.byLogin(login).map(DirectoryIdentityProvider::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new Users();
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new Users();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("The directory answers no native queries");
    }

    @Override
    public boolean checkPassword(String login, String password) {
        return directory.authenticate(login, password).isPresent();
    }

    @Override
    public Group findGroupById(String group) {
        return directory.groups().stream().filter(group::equals).map(DirectoryIdentityProvider::group).findFirst().orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Groups();
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new Groups();
    }

    @Override
    public Tenant findTenantById(String tenant) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants();
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }

    private static User user(Person person) {
        UserEntity user = new UserEntity(person.login());
        int lastSpace = person.name().lastIndexOf(' ');
        user.setFirstName(lastSpace < 0 ? "" : person.name().substring(0, lastSpace));
        user.setLastName(person.name().substring(lastSpace + 1));
        user.setEmail(person.mail());
        return user;
    }

    private static Group group(String name) {
        GroupEntity group = new GroupEntity(name);
        group.setName(name);
        group.setType("DIRECTORY");
        return group;
    }

    private static <T> List<T> page(List<T> all, Page page) {
        return page == null ? all : all.stream().skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private final class Users extends UserQueryImpl {

        @Override
        public long executeCount(CommandContext context) {
            return all().size();
        }

        @Override
        public List<User> executeList(CommandContext context, Page page) {
            return page(all(), page);
        }

        private List<User> all() {
            List<Person> people = id != null ? directory.byLogin(id).map(List::of).orElse(List.of())
                    : groupId != null ? directory.membersOf(groupId) : directory.find(term(), MOST);
            return people.stream().filter(person -> ids == null || List.of(ids).contains(person.login()))
                    .filter(person -> id == null || person.login().equals(id))
                    .filter(person -> groupId == null || person.isIn(groupId))
                    .filter(person -> email == null || person.mail().equalsIgnoreCase(email))
                    .map(DirectoryIdentityProvider::user).toList();
        }

        private String term() {
            for (String like : new String[] {firstName, firstNameLike, lastName, lastNameLike, email, emailLike}) {
                if (like != null) {
                    return like.replace("%", "");
                }
            }
            return "";
        }
    }

    private final class Groups extends GroupQueryImpl {

        @Override
        public long executeCount(CommandContext context) {
            return all().size();
        }

        @Override
        public List<Group> executeList(CommandContext context, Page page) {
            return page(all(), page);
        }

        private List<Group> all() {
            List<String> names = userId != null ? directory.byLogin(userId).map(person -> List.copyOf(person.groups())).orElse(List.of())
                    : directory.groups();
            return names.stream().filter(group -> id == null || group.equals(id))
                    .filter(group -> ids == null || List.of(ids).contains(group))
                    .filter(group -> name == null || group.equals(name))
                    .filter(group -> nameLike == null || group.contains(nameLike.replace("%", "")))
                    .sorted().map(DirectoryIdentityProvider::group).toList();
        }
    }

    private static final class NoTenants extends TenantQueryImpl {

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, Page page) {
            return List.of();
        }
    }
}
