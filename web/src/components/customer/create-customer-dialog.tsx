"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm, type UseFormRegister } from "react-hook-form";
import { toast } from "sonner";
import { FormFooter } from "@/components/customer/form-footer";
import { ProfileInputs } from "@/components/customer/profile-inputs";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fieldErrorsOf } from "@/lib/api/problem";
import { createCustomer } from "@/lib/api/queries";
import { changedFields, type FormValues, formValuesOf, PROFILE_FIELDS } from "@/lib/profile-fields";
import { LIMITS } from "@/types/limits";

type Values = FormValues & { customer_id: string };

const EMPTY = formValuesOf({});
const FIELDS = ["customer_id", ...PROFILE_FIELDS.map(({ name }) => name)];
const ID = LIMITS.NewCustomer.customer_id;

export function CreateCustomerDialog() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus /> New customer
        </Button>
      </DialogTrigger>
      <DialogContent
        title="New customer"
        description="Only the number is required; leave empty what is not known."
      >
        <CreateForm onClose={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function CreateForm({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState } = useForm<Values>({
    defaultValues: { ...EMPTY, customer_id: "" },
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ customer_id, ...profile }: Values) =>
      createCustomer(Number(customer_id), changedFields(EMPTY, profile)),
    onSuccess: (created) => {
      void queryClient.invalidateQueries({ queryKey: ["customers"] });
      onClose();
      toast.success(`Customer ${created.customer_id} created. The first score follows in a moment.`);
      router.push(`/customers/view?id=${created.customer_id}`);
    },
  });
  const refused = fieldErrorsOf(error);
  const idError = formState.errors.customer_id?.message ?? refused.get("customer_id");
  return (
    <form onSubmit={handleSubmit((values) => mutate(values))} noValidate className="flex min-h-0 flex-col">
      <div className="grid gap-4 overflow-y-auto px-5 py-4 sm:grid-cols-2">
        <Field label="Customer number" error={idError} className="sm:col-span-2">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              inputMode="numeric"
              {...register("customer_id", { validate: idRefusal })}
            />
          )}
        </Field>
        <ProfileInputs
          register={register as unknown as UseFormRegister<FormValues>}
          before={EMPTY}
          errors={formState.errors}
          refused={refused}
        />
      </div>
      <FormFooter
        action="Create customer"
        pending={isPending}
        error={error}
        fields={FIELDS}
        onCancel={onClose}
      />
    </form>
  );
}

function idRefusal(text: string) {
  const id = Number(text);
  return (
    (Number.isInteger(id) && id >= ID.min && id <= ID.max) || `A whole number from ${ID.min} to ${ID.max}`
  );
}
