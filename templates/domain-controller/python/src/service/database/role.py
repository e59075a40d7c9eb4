"""What the service may sign in as."""

from service.database.pool import Pool


class UnsafeRoleError(Exception):
    """Row-level security does not hold for the role; says what to configure."""


async def assert_plain_role(pool: Pool) -> None:
    """Refuses a role that row-level security does not hold for.

    With it one wrong query would show a tenant what is another's.
    """
    async with pool.connection() as connection:
        cursor = await connection.execute(
            "SELECT rolname, rolsuper OR rolbypassrls AS unsafe"
            " FROM pg_roles WHERE rolname = current_user"
        )
        role = await cursor.fetchone()
    if role is None or role["unsafe"]:
        name = role["rolname"] if role else "?"
        raise UnsafeRoleError(
            f'The database role "{name}" passes by row-level security;'
            " give DATABASE_URL of the application role"
        )
